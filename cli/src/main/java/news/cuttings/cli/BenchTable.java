package news.cuttings.cli;

import java.util.List;
import java.util.Locale;
import news.cuttings.bench.quality.Comparison;
import news.cuttings.bench.report.Settings;
import news.cuttings.bench.report.Spread;
import news.cuttings.bench.results.Tree;
import news.cuttings.bench.timing.Standing;

/** Prints the results of a bench as tables. */
final class BenchTable {
  private static final int NAME = 18;
  private static final int CELL = 20;
  private static final double LOW_OVERLAP = 0.5;
  private static final double ONE_SIDED = 0.05;

  private final Terminal terminal;

  BenchTable(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Tree results) {
    machine(results.at("machine"));
    for (Tree corpus : results.at("corpora").list()) {
      corpus(corpus);
    }
    quality(results.at("quality").list());
    terminal.print("");
    Settings.lines(results).forEach(this::print);
    terminal.flush();
  }

  private void machine(Tree machine) {
    terminal.print(
        terminal
            .ink()
            .faint(
                Text.safe(
                    machine.at("cpu").text()
                        + ", "
                        + Math.round(machine.at("cores").number())
                        + " cores; Java "
                        + machine.at("java").text()
                        + "; Lucene "
                        + machine.at("lucene").text())));
  }

  private void corpus(Tree corpus) {
    terminal.print("");
    title(
        corpus.at("name").text()
            + ": "
            + Text.count(Math.round(corpus.at("stories").number()), "story", "stories"));
    List<Tree> engines = corpus.at("engines").list();
    filing(engines);
    times(corpus.at("classes").list(), names(engines));
    String first = names(engines).get(0);
    for (String other : names(engines).subList(1, engines.size())) {
      beside(first, other, corpus.at("classes").list());
    }
    Standing.of(corpus).forEach(standing -> print(standing.sentence(first)));
    if (engines.size() > 1) {
      terminal.print(
          terminal
              .ink()
              .faint(
                  "  !  fewer than half of the hits are the same: other ranking, or many ties;"
                      + " !!  one side often finds nothing where the other does"));
    }
    load(engines);
  }

  private static List<String> names(List<Tree> engines) {
    return engines.stream().map(engine -> engine.at("engine").text()).toList();
  }

  private void print(String text) {
    Text.wrapped(Text.safe(text), terminal.width(), "  ").forEach(terminal::print);
  }

  private void title(String text) {
    terminal.print(terminal.ink().strong(Text.safe(text)));
  }

  private void row(String name, List<String> cells) {
    StringBuilder row = new StringBuilder();
    row.append(String.format(Locale.ROOT, "  %-" + NAME + "s", Text.safe(name)));
    cells.forEach(cell -> row.append(String.format(Locale.ROOT, "%" + CELL + "s", cell)));
    terminal.print(row.toString());
  }

  private static String number(double value, int decimals) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private void filing(List<Tree> engines) {
    if (engines.get(0).at("filling").list().isEmpty()) {
      return;
    }
    row("filing", List.of("stories/s", "stories/CPU s", "bytes/character", "refresh p50 ms"));
    for (Tree engine : engines) {
      List<Tree> forks = engine.at("filling").list();
      row(
          engine.at("engine").text(),
          List.of(
              number(middle(forks, "stories_per_s"), 0),
              number(middle(forks, "stories_per_cpu_s"), 0),
              number(middle(forks, "bytes_per_character"), 2),
              number(refresh(engine) / 1000, 2)));
    }
  }

  private static double refresh(Tree engine) {
    return middle(engine.at("refreshes").list().stream().map(t -> t.at("latency")).toList(), "p50");
  }

  private static double middle(List<Tree> trees, String name) {
    double[] sorted = trees.stream().mapToDouble(tree -> tree.at(name).number()).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private void times(List<Tree> classes, List<String> engines) {
    row("CPU µs, p50 / p99", engines);
    for (Tree of : classes) {
      row(
          of.at("class").text(),
          of.at("engines").list().stream()
              .map(engine -> engine.at("cpu_us"))
              .map(
                  us -> number(us.at("p50").number(), 0) + " / " + number(us.at("p99").number(), 0))
              .toList());
    }
  }

  private void beside(String first, String other, List<Tree> classes) {
    title("  " + first + " beside " + other);
    row("", List.of("ratio of p50", "95 %", "ratio of p99", "same hits"));
    for (Tree of : classes) {
      for (Tree engine : of.at("engines").list()) {
        if (engine.at("engine").text().equals(other)) {
          row(of.at("class").text(), beside(engine.at("first_beside_this")));
        }
      }
    }
  }

  private static List<String> beside(Tree ratio) {
    return List.of(
        number(ratio.at("ratio").number(), 2),
        number(ratio.at("low").number(), 2) + " - " + number(ratio.at("high").number(), 2),
        number(ratio.at("p99_ratio").number(), 2),
        number(100 * ratio.at("overlap").number(), 0) + " %" + mark(ratio));
  }

  private static String mark(Tree ratio) {
    if (ratio.at("one_sided").number() > ONE_SIDED) {
      return " !!";
    }
    return ratio.at("overlap").number() < LOW_OVERLAP ? "  !" : "   ";
  }

  private void load(List<Tree> engines) {
    if (engines.get(0).at("threads").list().isEmpty()) {
      return;
    }
    row("answers/s by threads", names(engines));
    byPlace(engines.stream().map(Spread::threads).toList(), "", 0);
    row("p99 ms at a rate", names(engines));
    byPlace(engines.stream().map(engine -> Spread.arrivals(engine, "p99")).toList(), "/s", 2);
  }

  /** A row for each number of threads, or each rate: the medians of the JVMs. */
  private void byPlace(List<List<Spread>> engines, String unit, int decimals) {
    for (int i = 0; i < engines.get(0).size(); i++) {
      int place = i;
      row(
          number(engines.get(0).get(i).at(), 0) + unit,
          engines.stream().map(all -> number(all.get(place).middle(), decimals)).toList());
    }
  }

  private void quality(List<Tree> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String first = lines.get(0).at("engine").text();
    String set = "";
    for (Tree line : lines) {
      if (!line.at("set").text().equals(set)) {
        set = line.at("set").text();
        terminal.print("");
        title("quality: " + set);
        row("", List.of("nDCG@10", "95 %", "MAP", first + " ahead by"));
      }
      row(line.at("engine").text(), quality(line));
    }
  }

  private static List<String> quality(Tree line) {
    Tree compared = line.at("compared");
    return List.of(
        number(line.at("nDCG@10").number(), 4),
        number(line.at("low").number(), 3) + " - " + number(line.at("high").number(), 3),
        number(line.at("MAP").number(), 4),
        compared.isEmpty()
            ? ""
            : Comparison.signed(compared.at("ahead").number())
                + ", p "
                + Comparison.chance(compared.at("p").number()));
  }
}
