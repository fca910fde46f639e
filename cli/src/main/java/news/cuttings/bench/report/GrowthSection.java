package news.cuttings.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import news.cuttings.bench.corpora.QueryClass;
import news.cuttings.bench.results.Tree;

/** What becomes of figures as the stories become more. */
final class GrowthSection {
  /** The part's heading. */
  static final String TITLE = "Growth";

  private final Page page;
  private final List<Tree> corpora;

  GrowthSection(Page page, List<Tree> corpora) {
    this.page = page;
    this.corpora =
        corpora.stream()
            .sorted(Comparator.comparingDouble((Tree corpus) -> corpus.at("stories").number()))
            .toList();
  }

  /** Writes the section, where there is more than one size. */
  void write() {
    if (corpora.size() < 2) {
      return;
    }
    page.title(TITLE);
    page.section("Filing against the number of stories", "The dot is the median of the JVMs.");
    page.raw("<div class=\"small\">");
    filing("stories a CPU second", "stories_per_cpu_s", true);
    filing("index, bytes a character", "bytes_per_character", false);
    filing("heap after filing, MB", "heap_mb", true);
    page.raw("</div>");
    page.section(
        "A question's time against the number of stories",
        "CPU time in microseconds: the median, and broken the 99th percentile.");
    page.raw("<div class=\"small\">");
    for (QueryClass of : QueryClass.values()) {
      questions(of.label());
    }
    page.raw("</div>");
  }

  private void filing(String title, String figure, boolean isLog) {
    LineChart chart = chart(title, isLog);
    boolean any = false;
    for (int i = 0; i < page.engines().size(); i++) {
      String name = page.engines().get(i);
      List<Spread> points = new ArrayList<>();
      for (Tree corpus : corpora) {
        for (Tree engine : corpus.at("engines").list()) {
          List<Tree> forks = engine.at("filling").list();
          if (engine.at("engine").text().equals(name) && !forks.isEmpty()) {
            points.add(Spread.of(corpus.at("stories").number(), forks, figure));
          }
        }
      }
      chart.series(i, points);
      any |= points.size() > 1;
    }
    page.raw(any ? chart.draw() : "");
  }

  /** Against the sizes that were measured, and no others. */
  private LineChart chart(String title, boolean isLog) {
    LineChart chart = new LineChart(title, "stories", true, isLog);
    List<Double> sizes = corpora.stream().map(corpus -> corpus.at("stories").number()).toList();
    chart.ticks(sizes, Scale::label);
    return chart;
  }

  private void questions(String of) {
    LineChart chart = chart(of, true);
    boolean any = false;
    for (int i = 0; i < page.engines().size(); i++) {
      List<Spread> middles = points(of, i, us -> us.at("p50").number());
      chart.series(i, middles);
      chart.broken(i, points(of, i, us -> us.at("p99").number()));
      any |= middles.size() > 1;
    }
    page.raw(any ? chart.draw() : "");
  }

  private List<Spread> points(String of, int number, ToDoubleFunction<Tree> figure) {
    List<Spread> points = new ArrayList<>();
    for (Tree corpus : corpora) {
      for (Tree found : corpus.at("classes").list()) {
        for (Tree side : found.at("engines").list()) {
          if (found.at("class").text().equals(of) && page.series(side) == number) {
            double us = figure.applyAsDouble(side.at("cpu_us"));
            points.add(Spread.of(corpus.at("stories").number(), us));
          }
        }
      }
    }
    return points;
  }
}
