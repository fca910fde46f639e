package news.cuttings.formats.export;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that begins with the name of one of Factiva's fields: {@code HD Goats go missing}.
 *
 * @param name the name; empty where there is none
 * @param value what follows it
 */
record FactivaCode(String name, String value) {
  private static final Set<String> NAMES =
      Set.of(
          ("SE HD CR CLM BY WC PD ET SN SC NGC GC ED PG LA CY VOL LP TD ART RF CT CO IN NS RE IPC"
                  + " IPD PUB AN HLP LC")
              .split(" "));

  /** Words as well, in capitals: after these one space is not enough. */
  private static final Set<String> WORDS = Set.of("IN", "LA", "CO", "RE", "SE", "BY", "CT", "ED");

  private static final Pattern CODE =
      Pattern.compile("([A-Z]{2,3})(?:(\\s+)(\\S.*))?", Pattern.DOTALL);

  /** How a list of Factiva's own terms looks: {@code gcat : Political News | fra : France}. */
  private static final Pattern TERMS = Pattern.compile("(?:[a-z0-9]{2,8} : .*)?");

  /** The name that a line begins with; empty where it begins with none. */
  static FactivaCode of(String line) {
    Matcher code = CODE.matcher(line);
    if (!code.matches() || !NAMES.contains(code.group(1))) {
      return new FactivaCode("", line);
    }
    String value = code.group(3) == null ? "" : code.group(3);
    boolean isSure = code.group(3) == null || !code.group(2).equals(" ");
    boolean isWord = WORDS.contains(code.group(1)) && !isSure;
    return isWord && !TERMS.matcher(value).matches() && value.length() > LONGEST
        ? new FactivaCode("", line)
        : new FactivaCode(code.group(1), value);
  }

  /** A value behind a name that is a word as well is not longer. */
  private static final int LONGEST = 60;

  static String nameOf(String line) {
    return of(line).name();
  }

  static boolean begins(String line) {
    return !of(line).name().isEmpty();
  }
}
