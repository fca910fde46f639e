package news.cuttings.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.cuttings.bench.Comparison;
import news.cuttings.bench.EvalSet;
import news.cuttings.bench.Measure;
import news.cuttings.bench.Scores;

/** Prints measures as a table. */
final class EvalText implements EvalReport {
  private static final int NAME_WIDTH = 24;

  private final Terminal terminal;
  private final boolean perTopic;
  private final Map<String, List<Double>> means = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> options = new LinkedHashMap<>();
  private int sets;

  EvalText(Terminal terminal, boolean perTopic) {
    this.terminal = terminal;
    this.perTopic = perTopic;
  }

  @Override
  public void set(EvalSet set, List<Scores> scores, Map<String, Map<String, String>> settings) {
    sets++;
    options.putAll(settings);
    terminal.print(
        terminal.ink().strong(Text.safe(set.name()))
            + ", "
            + Text.count(set.qrels().topics().size(), "topic", "topics"));
    terminal.print(row("", labels()));
    for (Scores one : scores) {
      terminal.print(row(one.name(), values(one)));
      means.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(one.mean(Measure.NDCG_10));
    }
    for (Scores other : scores.subList(1, scores.size())) {
      compare(scores.get(0), other);
    }
    if (perTopic) {
      topics(scores);
    }
    if (!settings.isEmpty() && set.missing() > 0) {
      String topics = Text.count(set.missing(), "judged topic", "judged topics");
      terminal.say(
          "note: " + topics + " of " + Text.safe(set.name()) + " without a text, counted as 0");
    }
    terminal.print("");
    terminal.flush();
  }

  private static List<String> labels() {
    return List.of(Measure.values()).stream().map(Measure::label).toList();
  }

  private static List<String> values(Scores scores) {
    return List.of(Measure.values()).stream().map(measure -> number(scores.mean(measure))).toList();
  }

  private static String row(String name, List<String> cells) {
    StringBuilder row = new StringBuilder();
    row.append(String.format(Locale.ROOT, "  %-" + NAME_WIDTH + "s", Text.safe(name)));
    cells.forEach(cell -> row.append(String.format(Locale.ROOT, "%10s", cell)));
    return row.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private void compare(Scores first, Scores other) {
    Comparison found = Comparison.of(other, first, Measure.NDCG_10);
    terminal.print(
        String.format(
            Locale.ROOT,
            "  %s against %s: nDCG@10 %s (95 %%: %s to %s), p %s; better at %d topics,"
                + " worse at %d",
            Text.safe(first.name()),
            Text.safe(other.name()),
            Comparison.signed(found.difference()),
            Comparison.signed(found.low()),
            Comparison.signed(found.high()),
            chance(found.chance()),
            found.better(),
            found.worse()));
  }

  private static String chance(double chance) {
    String written = Comparison.chance(chance);
    return written.startsWith("<") ? written : "= " + written;
  }

  private void topics(List<Scores> scores) {
    List<String> topics = scores.get(0).topics();
    terminal.print(row("nDCG@10 by topic", scores.stream().map(Scores::name).toList()));
    for (int i = 0; i < topics.size(); i++) {
      int topic = i;
      terminal.print(
          row(
              topics.get(i),
              scores.stream().map(one -> number(one.of(Measure.NDCG_10)[topic])).toList()));
    }
  }

  private void options(String engine, Map<String, String> settings) {
    StringBuilder line = new StringBuilder("  ").append(engine).append(":");
    settings.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
    for (String part : Text.wrapped(Text.safe(line.toString().strip()), terminal.width(), "  ")) {
      terminal.print(terminal.ink().faint(part));
    }
  }

  @Override
  public void end() {
    options.forEach(this::options);
    if (sets > 1) {
      terminal.print(terminal.ink().strong("mean nDCG@10 of " + sets + " sets"));
      means.forEach((name, all) -> {
        double mean = all.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        terminal.print(row(name, List.of(number(mean))));
      });
    }
  }
}
