package news.cuttings.bench.quality;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.cuttings.bench.quality.Measure.Formula;

/**
 * Reads measures as ir_measures writes them: {@code NAME}, {@code NAME@CUTOFF}, {@code
 * NAME(parameter=value,…)@CUTOFF}, with its names and its other names.
 */
final class MeasureText {
  private static final Pattern WRITTEN =
      Pattern.compile("(?<name>\\w+)(?:\\((?<parameters>[^()]*)\\))?(?:@(?<cutoff>\\w+))?");
  private static final double PERSISTENCE = 0.8;
  private static final int DEPTH = Integer.MAX_VALUE;

  /** What a formula may be told. */
  private static final Map<Formula, Set<String>> PARAMETERS =
      Map.ofEntries(
          Map.entry(Formula.NDCG, Set.of("cutoff", "dcg", "judged_only")),
          Map.entry(Formula.AP, Set.of("cutoff", "rel", "judged_only")),
          Map.entry(Formula.P, Set.of("cutoff", "rel", "judged_only")),
          Map.entry(Formula.R, Set.of("cutoff", "rel", "judged_only")),
          Map.entry(Formula.RR, Set.of("cutoff", "rel", "judged_only")),
          Map.entry(Formula.RPREC, Set.of("rel", "judged_only")),
          Map.entry(Formula.BPREF, Set.of("rel")),
          Map.entry(Formula.RBP, Set.of("cutoff", "rel", "p")),
          Map.entry(Formula.ERR, Set.of("cutoff")),
          Map.entry(Formula.SUCCESS, Set.of("cutoff", "rel", "judged_only")),
          Map.entry(Formula.JUDGED, Set.of("cutoff")));

  private static final Set<Formula> CUT =
      Set.of(Formula.P, Formula.R, Formula.SUCCESS, Formula.JUDGED);

  /** Each name, and what it names; of several names for one the first is the proper one. */
  private static final Map<String, Formula> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("nDCG", Formula.NDCG);
    NAMES.put("AP", Formula.AP);
    NAMES.put("MAP", Formula.AP);
    NAMES.put("P", Formula.P);
    NAMES.put("Precision", Formula.P);
    NAMES.put("R", Formula.R);
    NAMES.put("Recall", Formula.R);
    NAMES.put("RR", Formula.RR);
    NAMES.put("MRR", Formula.RR);
    NAMES.put("Rprec", Formula.RPREC);
    NAMES.put("Bpref", Formula.BPREF);
    NAMES.put("RBP", Formula.RBP);
    NAMES.put("ERR", Formula.ERR);
    NAMES.put("Success", Formula.SUCCESS);
    NAMES.put("Judged", Formula.JUDGED);
  }

  private MeasureText() {}

  static Measure read(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      throw wrong(written, "a measure is NAME, NAME@CUTOFF or NAME(rel=2)@CUTOFF");
    }
    String name =
        NAMES.keySet().stream()
            .filter(known -> known.equalsIgnoreCase(parts.group("name")))
            .findFirst()
            .orElseThrow(() -> wrong(written, "there are " + String.join(", ", NAMES.keySet())));
    Map<String, String> given = parameters(written, parts.group("parameters"));
    if (parts.group("cutoff") != null && given.put("cutoff", parts.group("cutoff")) != null) {
      throw wrong(written, "its cutoff is told twice");
    }
    return measure(written, name, given);
  }

  private static Map<String, String> parameters(String written, String text) {
    Map<String, String> given = new HashMap<>();
    for (String one :
        text == null || text.isBlank() ? List.<String>of() : List.of(text.split(","))) {
      int equals = one.indexOf('=');
      String value = one.substring(equals + 1).strip().replaceAll("^(['\"])(.*)\\1$", "$2");
      if (equals < 0 || given.put(one.substring(0, equals).strip(), value) != null) {
        throw wrong(written, "in brackets stand parameters, parted by commas: rel=2");
      }
    }
    return given;
  }

  private static Measure measure(String written, String name, Map<String, String> given) {
    Formula formula = NAMES.getOrDefault(name, Formula.NDCG);
    Set<String> known = PARAMETERS.getOrDefault(formula, Set.of());
    for (String parameter : given.keySet()) {
      if (!known.contains(parameter)) {
        String takes = known.stream().sorted().collect(Collectors.joining(", "));
        throw wrong(written, name + " has no \"" + parameter + "\"; it takes " + takes);
      }
    }
    if (CUT.contains(formula) && !given.containsKey("cutoff")) {
      throw wrong(written, name + " needs a cutoff: " + name + "@10");
    }
    int cutoff = given.containsKey("cutoff") ? whole(written, given, "cutoff") : DEPTH;
    int rel = given.containsKey("rel") ? whole(written, given, "rel") : 1;
    return new Measure(
        label(name, given),
        formula,
        cutoff,
        rel,
        persistence(written, given),
        isOne(written, given, "dcg", "exp-log2", "log2"),
        isOne(written, given, "judged_only", "true", "false"));
  }

  private static int whole(String written, Map<String, String> given, String parameter) {
    String value = given.getOrDefault(parameter, "");
    if (!value.matches("0*[1-9]\\d{0,8}")) {
      throw wrong(written, parameter + " is a whole number from 1 on, not \"" + value + "\"");
    }
    return Integer.parseInt(value);
  }

  private static double persistence(String written, Map<String, String> given) {
    String value = given.get("p");
    if (value == null) {
      return PERSISTENCE;
    }
    double p = value.matches("0?\\.\\d+") ? Double.parseDouble(value) : 0;
    if (p <= 0) {
      throw wrong(written, "p is between 0 and 1, not \"" + value + "\"");
    }
    return p;
  }

  private static boolean isOne(
      String written, Map<String, String> given, String parameter, String yes, String no) {
    String value = given.getOrDefault(parameter, no).toLowerCase(Locale.ROOT);
    if (!value.equals(yes) && !value.equals(no)) {
      throw wrong(written, parameter + " is " + no + " or " + yes + ", not \"" + value + "\"");
    }
    return value.equals(yes);
  }

  private static String label(String name, Map<String, String> given) {
    String parameters =
        given.keySet().stream()
            .filter(parameter -> !parameter.equals("cutoff"))
            .sorted()
            .map(parameter -> parameter + "=" + given.get(parameter))
            .collect(Collectors.joining(","));
    String cutoff = given.containsKey("cutoff") ? "@" + given.get("cutoff") : "";
    return name + (parameters.isEmpty() ? "" : "(" + parameters + ")") + cutoff;
  }

  private static IllegalArgumentException wrong(String written, String why) {
    return new IllegalArgumentException("no such measure: \"" + written + "\": " + why);
  }
}
