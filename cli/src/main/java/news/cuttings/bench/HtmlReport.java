package news.cuttings.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The results as one page that needs nothing beside it: no network, no script, no other file. */
public final class HtmlReport {
  private final Tree results;
  private final List<String> engines;
  private final StringBuilder out = new StringBuilder();

  private HtmlReport(Tree results) {
    this.results = results;
    engines = new ArrayList<>();
    for (Tree corpus : results.at("corpora").list()) {
      corpus.at("engines").list().forEach(engine -> note(engine.at("engine").text()));
    }
    results.at("quality").list().forEach(line -> note(line.at("engine").text()));
  }

  private void note(String engine) {
    if (!engines.contains(engine)) {
      engines.add(engine);
    }
  }

  /**
   * The page.
   *
   * @throws IOException where the style that comes with the program cannot be read
   */
  public static String of(Tree results) throws IOException {
    return new HtmlReport(results).page();
  }

  private String page() throws IOException {
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.append("<title>Cuttings: bench</title><style>").append(style()).append("</style></head>");
    out.append("<body><main><h1>How fast, beside whom</h1>");
    machine();
    legend();
    for (Tree corpus : results.at("corpora").list()) {
      corpus(corpus);
    }
    growth();
    quality();
    out.append("</main></body></html>\n");
    return out.toString();
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(
          Objects.requireNonNull(in, "report.css").readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void machine() {
    Tree machine = results.at("machine");
    out.append("<p class=\"about\">");
    List<String> about = new ArrayList<>();
    machine.names().forEach(name -> about.add(name + " " + value(machine.at(name))));
    Tree settings = results.at("settings");
    settings.names().forEach(name -> about.add(name + " " + value(settings.at(name))));
    out.append(Svg.escaped(String.join(" · ", about).replace('_', ' '))).append("</p>");
  }

  private static String value(Tree value) {
    double number = value.number();
    return Double.isNaN(number) ? value.text() : Scale.label(number);
  }

  private void legend() {
    out.append("<p class=\"legend\">");
    for (int i = 0; i < engines.size(); i++) {
      out.append("<span><i class=\"s").append(i).append("\"></i>");
      out.append(Svg.escaped(engines.get(i))).append("</span>");
    }
    out.append("</p>");
  }

  private void section(String title, String text) {
    out.append("<h3>").append(Svg.escaped(title)).append("</h3>");
    out.append("<p>").append(Svg.escaped(text)).append("</p>");
  }

  private void corpus(Tree corpus) {
    out.append("<h2>").append(Svg.escaped(corpus.at("name").text())).append("</h2><p>");
    out.append(number(corpus.at("stories").number(), 0)).append(" stories, ");
    out.append(number(corpus.at("text_characters").number() / 1e6, 1));
    out.append(" million characters.</p>");
    filing(corpus.at("engines").list());
    ratios(corpus.at("classes").list());
    latencies(corpus.at("classes").list());
    curves(corpus.at("classes").list());
    load(corpus.at("engines").list());
  }

  private static String number(double value, int decimals) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private void filing(List<Tree> all) {
    if (all.stream().allMatch(engine -> engine.at("filling").list().isEmpty())) {
      return;
    }
    section("Filing", "Reading is not in the times. Each figure is the median of the JVMs.");
    out.append("<table><tr><th>engine</th><th>stories/s</th><th>stories/CPU s</th><th>MB/s</th>");
    out.append("<th>commit, ms</th><th>bytes/character</th><th>heap, MB</th>");
    out.append("<th>refresh p50, ms</th><th>merge, ms</th></tr>");
    for (Tree engine : all) {
      List<Tree> forks = engine.at("filling").list();
      List<Tree> refreshes =
          engine.at("refreshes").list().stream().map(fork -> fork.at("latency")).toList();
      out.append("<tr><td>").append(Svg.escaped(engine.at("engine").text())).append("</td>");
      cell(middle(forks, "stories_per_s"), 0);
      cell(middle(forks, "stories_per_cpu_s"), 0);
      cell(middle(forks, "mb_per_s"), 2);
      cell(middle(forks, "commit_ms"), 1);
      cell(middle(forks, "bytes_per_character"), 2);
      cell(middle(forks, "heap_mb"), 0);
      cell(middle(refreshes, "p50") / 1000, 2);
      cell(middle(engine.at("merges").list(), "wall_ms"), 0);
      out.append("</tr>");
    }
    out.append("</table>");
  }

  private void cell(double value, int decimals) {
    out.append("<td class=\"n\">").append(number(value, decimals)).append("</td>");
  }

  private static double middle(List<Tree> trees, String name) {
    return trees.isEmpty()
        ? Double.NaN
        : Statistics.median(trees.stream().mapToDouble(tree -> tree.at(name).number()).toArray());
  }

  private int series(Tree engine) {
    return engines.indexOf(engine.at("engine").text());
  }

  private void ratios(List<Tree> classes) {
    RangeChart chart = new RangeChart("Ratio of medians by class of questions", true);
    boolean any = false;
    for (Tree of : classes) {
      List<RangeChart.Mark> marks = new ArrayList<>();
      for (Tree engine : of.at("engines").list()) {
        Tree ratio = engine.at("first_beside_this");
        if (!ratio.isEmpty()) {
          String told =
              "beside "
                  + engine.at("engine").text()
                  + ": "
                  + number(ratio.at("ratio").number(), 2)
                  + " times; "
                  + number(100 * ratio.at("overlap").number(), 0)
                  + " % same hits";
          marks.add(
              new RangeChart.Mark(
                  series(engine),
                  ratio.at("ratio").number(),
                  ratio.at("low").number(),
                  ratio.at("high").number(),
                  told));
        }
      }
      any |= !marks.isEmpty();
      chart.row(of.at("class").text(), marks);
    }
    if (any) {
      section(
          engines.get(0) + ": how many times as long as the others",
          "Median CPU time of a question, as a ratio; left of 1 is faster. The bars are 95 %"
              + " intervals. The colour says beside whom.");
      out.append(chart.draw());
    }
  }

  private void latencies(List<Tree> classes) {
    section(
        "A question's time",
        "CPU time of the asking thread in microseconds: the dot is the median, the bar ends at the"
            + " 99th percentile.");
    RangeChart chart = new RangeChart("Microseconds by class of questions", true);
    for (Tree of : classes) {
      List<RangeChart.Mark> marks = new ArrayList<>();
      for (Tree engine : of.at("engines").list()) {
        Tree us = engine.at("cpu_us");
        double p50 = us.at("p50").number();
        double p99 = us.at("p99").number();
        String told =
            engine.at("engine").text() + ": " + number(p50, 0) + " µs, p99 " + number(p99, 0);
        marks.add(new RangeChart.Mark(series(engine), p50, p50, p99, told));
      }
      chart.row(of.at("class").text(), marks);
    }
    out.append(chart.draw());
  }

  private void curves(List<Tree> classes) {
    section(
        "Distributions",
        "Wall time in microseconds of the slowest of so many questions: at 2 the median, at 100 the"
            + " 99th percentile.");
    out.append("<div class=\"small\">");
    for (Tree of : classes) {
      LineChart chart = new LineChart(of.at("class").text(), "slowest of", true, true);
      for (Tree engine : of.at("engines").list()) {
        chart.series(series(engine), curve(engine.at("wall_curve")));
      }
      out.append(chart.draw());
    }
    out.append("</div>");
  }

  /** The curve against one over the share that is slower; the very slowest is chance. */
  private static List<double[]> curve(Tree curve) {
    List<double[]> points = new ArrayList<>();
    for (Tree point : curve.list()) {
      double percentile = point.list().get(0).number();
      if (percentile < 100) {
        points.add(new double[] {100 / (100 - percentile), point.list().get(1).number()});
      }
    }
    return points;
  }

  private void load(List<Tree> all) {
    if (all.stream().allMatch(engine -> engine.at("threads").list().isEmpty())) {
      return;
    }
    section(
        "Under load",
        "Left: answers a second where each thread asks anew at once. Right: wall time in"
            + " milliseconds, from its arrival to its answer, where questions arrive by chance at a"
            + " rate.");
    LineChart threads = new LineChart("answers a second", "threads", false, false);
    LineChart half = new LineChart("p50, ms", "questions a second", false, true);
    LineChart most = new LineChart("p99, ms", "questions a second", false, true);
    for (Tree engine : all) {
      List<double[]> points = new ArrayList<>();
      for (Tree at : engine.at("threads").list()) {
        points.add(new double[] {at.at("threads").number(), at.at("per_s").number()});
      }
      threads.series(series(engine), points);
      half.series(series(engine), arrivals(engine, "p50"));
      most.series(series(engine), arrivals(engine, "p99"));
    }
    out.append("<div class=\"small\">").append(threads.draw()).append(half.draw());
    out.append(most.draw()).append("</div>");
  }

  /** The rates of the first JVM: another's are a little different. */
  private static List<double[]> arrivals(Tree engine, String percentile) {
    List<double[]> points = new ArrayList<>();
    for (Tree arrival : engine.at("arrivals").list()) {
      if (arrival.at("fork").number() == 0) {
        Tree open = arrival.at("open");
        double ms = open.at("latency").at(percentile).number() / 1000;
        points.add(new double[] {open.at("rate").number(), ms});
      }
    }
    return points;
  }

  private void growth() {
    List<Tree> corpora = results.at("corpora").list();
    if (corpora.size() < 2) {
      return;
    }
    out.append("<h2>Growth</h2>");
    section("A question's time against the number of stories", "Median CPU time in microseconds.");
    out.append("<div class=\"small\">");
    for (QueryClass of : QueryClass.values()) {
      LineChart chart = new LineChart(of.label(), "stories", true, true);
      boolean any = false;
      for (String engine : engines) {
        List<double[]> points = growth(corpora, of.label(), engine);
        any |= points.size() > 1;
        chart.series(engines.indexOf(engine), points);
      }
      out.append(any ? chart.draw() : "");
    }
    out.append("</div>");
  }

  private static List<double[]> growth(List<Tree> corpora, String of, String engine) {
    List<double[]> points = new ArrayList<>();
    for (Tree corpus : corpora) {
      for (Tree found : corpus.at("classes").list()) {
        for (Tree side : found.at("engines").list()) {
          if (found.at("class").text().equals(of) && side.at("engine").text().equals(engine)) {
            double stories = corpus.at("stories").number();
            points.add(new double[] {stories, side.at("cpu_us").at("p50").number()});
          }
        }
      }
    }
    points.sort((a, b) -> Double.compare(a[0], b[0]));
    return points;
  }

  private void quality() {
    List<Tree> lines = results.at("quality").list();
    if (lines.isEmpty()) {
      return;
    }
    out.append("<h2>Quality</h2>");
    section("nDCG@10 by set", "By trec_eval's rules; the bars are 95 % intervals over the topics.");
    RangeChart chart = new RangeChart("nDCG@10 by set", false);
    for (String set : lines.stream().map(line -> line.at("set").text()).distinct().toList()) {
      List<RangeChart.Mark> marks = new ArrayList<>();
      for (Tree line : lines) {
        if (line.at("set").text().equals(set)) {
          double value = line.at("nDCG@10").number();
          String told = line.at("engine").text() + ": " + number(value, 4);
          marks.add(
              new RangeChart.Mark(
                  series(line), value, line.at("low").number(), line.at("high").number(), told));
        }
      }
      chart.row(set, marks);
    }
    out.append(chart.draw());
  }
}
