package news.cuttings.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import news.cuttings.bench.results.Tree;

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
        .raw("</style></head><body><main><h1>How fast, how good, beside whom</h1>");
    machine();
    page.contents(titles());
    page.legend();
    options();
    for (Tree corpus : results.at("corpora").list()) {
      new CorpusSection(page).write(corpus);
    }
    new GrowthSection(page, results.at("corpora").list()).write();
    new QualitySection(page).write(results.at("quality").list());
    return page.raw("</main></body></html>\n").toString();
  }

  private List<String> titles() {
    List<String> titles = new ArrayList<>();
    List<Tree> corpora = results.at("corpora").list();
    corpora.forEach(corpus -> titles.add(corpus.at("name").text()));
    if (corpora.size() > 1) {
      titles.add(GrowthSection.TITLE);
    }
    if (!results.at("quality").list().isEmpty()) {
      titles.add(QualitySection.TITLE);
    }
    return titles;
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

  private void options() {
    for (String line : Settings.lines(results)) {
      page.raw("<p class=\"about\">").text(line).raw("</p>");
    }
  }

  private static String value(Tree value) {
    double number = value.number();
    return Double.isNaN(number) ? value.text() : Scale.label(number);
  }
}
