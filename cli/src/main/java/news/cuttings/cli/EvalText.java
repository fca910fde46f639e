package news.cuttings.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.cuttings.bench.quality.Comparison;
import news.cuttings.bench.quality.Measure;
import news.cuttings.bench.quality.Scores;

/** Prints measures as a table. */
final class EvalText implements EvalReport {
  private static final int NAME_WIDTH = 24;

  private final Terminal terminal;
  private final boolean perTopic;
  private final Map<String, List<Double>> means = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> options = new LinkedHashMap<>();
  private String ranked = "";
  private int sets;

  EvalText(Terminal terminal, boolean perTopic) {
    this.terminal = terminal;
    this.perTopic = perTopic;
  }

  @Override
  public void set(Measured measured) {
    sets++;
    options.putAll(measured.options());
    List<Scores> scores = measured.scores();
    List<Measure> measures = scores.get(0).measures();
    Measure first = measures.get(0);
    ranked = first.label();
    int topics = measured.set().qrels().topics().size();
    terminal.print(
        terminal.ink().strong(Text.safe(measured.set().name()))
            + ", "
            + Text.count(topics, "topic", "topics"));
    terminal.print(row("", measures.stream().map(Measure::label).toList()));
    for (Scores one : scores) {
      terminal.print(row(one.name(), measures.stream().map(m -> number(one.mean(m))).toList()));
      means.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(one.mean(first));
    }
    compare(measured);
    if (perTopic) {
      measures.forEach(measure -> topics(measure, scores));
    }
    terminal.print("");
    terminal.flush();
  }

  private static String row(String name, List<String> cells) {
    StringBuilder row = new StringBuilder();
    row.append(String.format(Locale.ROOT, "  %-" + NAME_WIDTH + "s", Text.safe(name)));
    cells.forEach(cell -> row.append(String.format(Locale.ROOT, "  %8s", cell)));
    return row.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private void compare(Measured measured) {
    List<Scores> scores = measured.scores();
    for (int i = 1; i < scores.size(); i++) {
      String first = Text.safe(scores.get(0).name());
      String other = Text.safe(scores.get(i).name());
      for (Comparison found : measured.comparisons().get(i - 1)) {
        // Comparisons are other less first; what is told is how far the first is ahead.
        paragraph(first + " against " + other + ": " + compared(found));
        found.doubt().ifPresent(doubt -> paragraph("  " + found.measure().label() + ": " + doubt));
      }
    }
    if (measured.count() > 1) {
      paragraph(
          "Holm: p corrected for the "
              + measured.count()
              + " comparisons of this set; p below .05 alone says nothing here.");
    }
  }

  private static String compared(Comparison found) {
    return String.format(
        Locale.ROOT,
        "%s %s (95 %%: %s to %s), p %s, Holm %s; better at %d topics, worse at %d",
        found.measure().label(),
        Comparison.signed(found.difference()),
        Comparison.signed(found.low()),
        Comparison.signed(found.high()),
        chance(found.chance()),
        chance(found.corrected()),
        found.better(),
        found.worse());
  }

  private void paragraph(String text) {
    Text.wrapped(text, terminal.width(), "  ").forEach(terminal::print);
  }

  private static String chance(double chance) {
    String written = Comparison.chance(chance);
    return written.startsWith("<") ? written : "= " + written;
  }

  private void topics(Measure measure, List<Scores> scores) {
    List<String> topics = scores.get(0).topics();
    String title = measure.label() + " by topic";
    terminal.print(row(title, scores.stream().map(one -> Text.safe(one.name())).toList()));
    List<double[]> values = scores.stream().map(one -> one.of(measure)).toList();
    for (int i = 0; i < topics.size(); i++) {
      int topic = i;
      terminal.print(row(topics.get(i), values.stream().map(one -> number(one[topic])).toList()));
    }
  }

  private void options(String engine, Map<String, String> settings) {
    StringBuilder line = new StringBuilder(engine).append(":");
    settings.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
    for (String part : Text.wrapped(Text.safe(line.toString()), terminal.width(), "  ")) {
      terminal.print(terminal.ink().faint(part));
    }
  }

  @Override
  public void end() {
    options.forEach(this::options);
    if (sets > 1) {
      terminal.print(terminal.ink().strong("mean " + ranked + " of " + sets + " sets"));
      means.forEach((name, all) -> {
        double mean = all.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        terminal.print(row(name, List.of(number(mean))));
      });
    }
  }
}
