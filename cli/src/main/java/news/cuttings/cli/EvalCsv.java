package news.cuttings.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import news.cuttings.bench.quality.Comparison;
import news.cuttings.bench.quality.Measure;
import news.cuttings.bench.quality.Scores;

/**
 * Prints a row an engine and measure, the mean as the topic {@code all}; with it, how far the first
 * engine is ahead of this one.
 */
final class EvalCsv implements EvalReport {
  private static final List<String> NAMES =
      List.of(
          "set",
          "engine",
          "measure",
          "topic",
          "value",
          "first_ahead",
          "low",
          "high",
          "p",
          "p_holm",
          "better",
          "worse");

  private final Terminal terminal;
  private final boolean perTopic;
  private boolean isHeaded;

  EvalCsv(Terminal terminal, boolean perTopic) {
    this.terminal = terminal;
    this.perTopic = perTopic;
  }

  @Override
  public void set(Measured measured) {
    if (!isHeaded) {
      terminal.print(Csv.row(NAMES));
      isHeaded = true;
    }
    for (int i = 0; i < measured.scores().size(); i++) {
      Scores one = measured.scores().get(i);
      List<Comparison> compared = i == 0 ? List.of() : measured.comparisons().get(i - 1);
      for (Measure measure : one.measures()) {
        List<String> row = row(measured, one, measure, "all", one.mean(measure));
        compared.stream()
            .filter(found -> found.measure().equals(measure))
            .findFirst()
            .ifPresentOrElse(
                found -> row.addAll(cells(found)),
                () -> row.addAll(Collections.nCopies(NAMES.size() - row.size(), "")));
        terminal.print(Csv.row(row));
        if (perTopic) {
          topics(measured, one, measure);
        }
      }
    }
    terminal.flush();
  }

  private void topics(Measured measured, Scores one, Measure measure) {
    double[] values = one.of(measure);
    for (int i = 0; i < values.length; i++) {
      List<String> row = row(measured, one, measure, one.topics().get(i), values[i]);
      row.addAll(Collections.nCopies(NAMES.size() - row.size(), ""));
      terminal.print(Csv.row(row));
    }
  }

  private static List<String> row(
      Measured measured, Scores one, Measure measure, String topic, double value) {
    return new ArrayList<>(
        List.of(measured.set().name(), one.name(), measure.label(), topic, number(value)));
  }

  private static List<String> cells(Comparison found) {
    return List.of(
        number(found.difference()),
        number(found.low()),
        number(found.high()),
        number(found.chance()),
        number(found.corrected()),
        Integer.toString(found.better()),
        Integer.toString(found.worse()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  @Override
  public void end() {}
}
