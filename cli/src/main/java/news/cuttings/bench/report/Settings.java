package news.cuttings.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import news.cuttings.bench.results.Tree;

/** What the engines of a bench were set to: it is the same on every corpus. */
public final class Settings {
  private Settings() {}

  /** A line for each engine: its name, and its options as {@code k1=3.0 b=0.6 …}. */
  public static List<String> lines(Tree results) {
    List<String> lines = new ArrayList<>();
    results.at("corpora").list().stream()
        .limit(1)
        .flatMap(corpus -> corpus.at("engines").list().stream())
        .filter(engine -> !engine.at("options").isEmpty())
        .forEach(engine -> lines.add(line(engine)));
    return lines;
  }

  private static String line(Tree engine) {
    Tree options = engine.at("options");
    return options.names().stream()
        .map(name -> name + "=" + options.at(name).text())
        .collect(Collectors.joining(" ", engine.at("engine").text() + ": ", ""));
  }
}
