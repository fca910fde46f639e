package news.cuttings.bench.report;

import java.util.ArrayList;
import java.util.List;
import news.cuttings.bench.results.Statistics;
import news.cuttings.bench.results.Tree;
import news.cuttings.bench.timing.Standing;

/** What was measured on one corpus: filing, times by class of questions, load. */
final class CorpusSection {
  private final Page page;

  CorpusSection(Page page) {
    this.page = page;
  }

  /** Writes the section. */
  void write(Tree corpus) {
    page.title(corpus.at("name").text());
    page.raw("<p>");
    page.raw(Page.number(corpus.at("stories").number(), 0)).raw(" stories, ");
    page.raw(Page.number(corpus.at("text_characters").number() / 1e6, 1));
    page.raw(" million characters.</p>");
    String first = page.engines().get(0);
    for (Standing standing : Standing.of(corpus)) {
      page.raw("<p>").text(standing.sentence(first)).raw(".</p>");
    }
    filing(corpus.at("engines").list());
    ratios(corpus.at("classes").list());
    latencies(corpus.at("classes").list());
    curves(corpus.at("classes").list());
    load(corpus.at("engines").list());
  }

  private void filing(List<Tree> all) {
    if (all.stream().allMatch(engine -> engine.at("filling").list().isEmpty())) {
      return;
    }
    page.section("Filing", "Reading is not in the times. Each figure is the median of the JVMs.");
    page.raw(
        "<table><tr><th>engine</th><th>stories/s</th><th>stories/CPU&nbsp;s</th><th>MB/s</th>");
    page.raw("<th>commit, ms</th><th>bytes/character</th><th>heap, MB</th>");
    page.raw("<th>refresh p50, ms</th><th>merge, ms</th></tr>");
    for (Tree engine : all) {
      List<Tree> forks = engine.at("filling").list();
      List<Tree> refreshes =
          engine.at("refreshes").list().stream().map(fork -> fork.at("latency")).toList();
      page.raw("<tr><td>").text(engine.at("engine").text()).raw("</td>");
      page.cell(middle(forks, "stories_per_s"), 0);
      page.cell(middle(forks, "stories_per_cpu_s"), 0);
      page.cell(middle(forks, "mb_per_s"), 2);
      page.cell(middle(forks, "commit_ms"), 1);
      page.cell(middle(forks, "bytes_per_character"), 2);
      page.cell(middle(forks, "heap_mb"), 0);
      page.cell(middle(refreshes, "p50") / 1000, 2);
      page.cell(middle(engine.at("merges").list(), "wall_ms"), 0);
      page.raw("</tr>");
    }
    page.raw("</table>");
  }

  private static double middle(List<Tree> trees, String name) {
    return trees.isEmpty()
        ? Double.NaN
        : Statistics.median(trees.stream().mapToDouble(tree -> tree.at(name).number()).toArray());
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
                  + Page.number(ratio.at("ratio").number(), 2)
                  + " times; "
                  + Page.number(100 * ratio.at("overlap").number(), 0)
                  + " % same hits";
          marks.add(
              new RangeChart.Mark(
                  page.series(engine),
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
      page.section(
          page.engines().get(0) + ": how many times as long as the others",
          "Median CPU time of a question, as a ratio; left of 1 is faster. The bars are 95 %"
              + " intervals. The colour says beside whom.");
      page.raw(chart.draw());
    }
  }

  private void latencies(List<Tree> classes) {
    page.section(
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
            engine.at("engine").text()
                + ": "
                + Page.number(p50, 0)
                + " µs, p99 "
                + Page.number(p99, 0);
        marks.add(new RangeChart.Mark(page.series(engine), p50, p50, p99, told));
      }
      chart.row(of.at("class").text(), marks);
    }
    page.raw(chart.draw());
  }

  private void curves(List<Tree> classes) {
    page.section(
        "Distributions",
        "Wall time in microseconds within which so many of a hundred questions are answered.");
    page.raw("<div class=\"small\">");
    for (Tree of : classes) {
      LineChart chart = new LineChart(of.at("class").text(), "% of questions", true, true);
      chart.ticks(List.of(2.0, 10.0, 100.0, 1000.0), CorpusSection::percentile);
      for (Tree engine : of.at("engines").list()) {
        chart.series(page.series(engine), curve(engine.at("wall_curve")));
      }
      page.raw(chart.draw());
    }
    page.raw("</div>");
  }

  /** {@code 99} for one in a hundred that is slower. */
  private static String percentile(double oneIn) {
    return Scale.label(100 - 100 / oneIn);
  }

  /** The curve against one over the share that is slower; the very slowest is chance. */
  private static List<Spread> curve(Tree curve) {
    List<Spread> points = new ArrayList<>();
    for (Tree point : curve.list()) {
      double percentile = point.list().get(0).number();
      if (percentile < 100) {
        points.add(Spread.of(100 / (100 - percentile), point.list().get(1).number()));
      }
    }
    return points;
  }

  private void load(List<Tree> all) {
    if (all.stream().allMatch(engine -> engine.at("threads").list().isEmpty())) {
      return;
    }
    page.section(
        "Under load",
        "Left: answers a second where each thread asks anew at once. Right: wall time in"
            + " milliseconds, from its arrival to its answer, where questions arrive by chance at a"
            + " rate. The dot is the median of the JVMs, the bar goes from the least to the"
            + " greatest.");
    LineChart threads = new LineChart("answers a second", "threads", false, false);
    threads.ticks(Spread.threads(all.get(0)).stream().map(Spread::at).toList(), Scale::label);
    LineChart half = new LineChart("p50, ms", "questions a second", false, true);
    LineChart most = new LineChart("p99, ms", "questions a second", false, true);
    for (Tree engine : all) {
      threads.series(page.series(engine), Spread.threads(engine));
      half.series(page.series(engine), Spread.arrivals(engine, "p50"));
      most.series(page.series(engine), Spread.arrivals(engine, "p99"));
    }
    page.raw("<div class=\"small\">").raw(threads.draw()).raw(half.draw());
    page.raw(most.draw()).raw("</div>");
  }
}
