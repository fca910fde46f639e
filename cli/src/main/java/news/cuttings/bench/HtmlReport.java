package news.cuttings.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The results as one page that needs nothing beside it: no network, no script, no other file. */
public final class HtmlReport {
  private final Tree results;
  private final Page page = new Page();

  private HtmlReport(Tree results) {
    this.results = results;
    for (Tree corpus : results.at("corpora").list()) {
      corpus.at("engines").list().forEach(engine -> page.engine(engine.at("engine").text()));
    }
    results.at("quality").list().forEach(line -> page.engine(line.at("engine").text()));
  }

  /**
   * The page.
   *
   * @throws IOException where the style that comes with the program cannot be read
   */
  public static String of(Tree results) throws IOException {
    return new HtmlReport(results).write();
  }

  private String write() throws IOException {
    page.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .raw("<title>Cuttings: bench</title><style>")
        .raw(style())
        .raw("</style></head><body><main><h1>How fast, beside whom</h1>");
    machine();
    page.legend();
    for (Tree corpus : results.at("corpora").list()) {
      new CorpusSection(page).write(corpus);
    }
    growth();
    quality();
    return page.raw("</main></body></html>\n").toString();
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(
          Objects.requireNonNull(in, "report.css").readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void machine() {
    List<String> about = new ArrayList<>();
    for (Tree part : List.of(results.at("machine"), results.at("settings"))) {
      part.names().forEach(name -> about.add(name.replace('_', ' ') + " " + value(part.at(name))));
    }
    page.raw("<p class=\"about\">").text(String.join(" · ", about)).raw("</p>");
  }

  private static String value(Tree value) {
    double number = value.number();
    return Double.isNaN(number) ? value.text() : Scale.label(number);
  }

  private void growth() {
    List<Tree> corpora = results.at("corpora").list();
    if (corpora.size() < 2) {
      return;
    }
    page.raw("<h2>Growth</h2>");
    page.section(
        "A question's time against the number of stories", "Median CPU time in microseconds.");
    page.raw("<div class=\"small\">");
    for (QueryClass of : QueryClass.values()) {
      LineChart chart = new LineChart(of.label(), "stories", true, true);
      boolean any = false;
      for (String engine : page.engines()) {
        List<double[]> points = growth(corpora, of.label(), engine);
        any |= points.size() > 1;
        chart.series(page.engines().indexOf(engine), points);
      }
      page.raw(any ? chart.draw() : "");
    }
    page.raw("</div>");
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
    page.raw("<h2>Quality</h2>");
    page.section(
        "nDCG@10 by set", "By trec_eval's rules; the bars are 95 % intervals over the topics.");
    RangeChart chart = new RangeChart("nDCG@10 by set", false);
    for (String set : lines.stream().map(line -> line.at("set").text()).distinct().toList()) {
      List<RangeChart.Mark> marks = new ArrayList<>();
      for (Tree line : lines) {
        if (line.at("set").text().equals(set)) {
          double value = line.at("nDCG@10").number();
          String told = line.at("engine").text() + ": " + Page.number(value, 4);
          marks.add(
              new RangeChart.Mark(
                  page.series(line),
                  value,
                  line.at("low").number(),
                  line.at("high").number(),
                  told));
        }
      }
      chart.row(set, marks);
    }
    page.raw(chart.draw());
  }
}
