package news.cuttings.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import news.cuttings.bench.corpora.CorpusSource;
import news.cuttings.bench.corpora.QueryClass;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.bench.quality.Corpora;
import news.cuttings.bench.report.HtmlReport;
import news.cuttings.bench.results.Tree;
import news.cuttings.bench.timing.BenchPlan;
import news.cuttings.bench.timing.BenchPlan.Effort;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A whole bench, as short as it can be, and its report in a browser. */
@Isolated // measures time
@Tag("ci")
class BenchTest {
  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final int BLUE = 0x0b63c5; // the first engine's colour in a light page

  @TempDir private static Path folder;
  private static Tree results = new Tree("");

  @BeforeAll
  static void measure() throws IOException {
    results =
        Bench.run(
            new BenchPlan(
                List.of(CorpusSource.generated(200, 1), CorpusSource.generated(400, 1)),
                List.of(EngineKind.CUTTINGS_OFF, EngineKind.LUCENE_ONE_FIELD),
                List.of(QueryClass.OR_2, QueryClass.AND_2, QueryClass.MORE_LIKE_THIS),
                new Effort(1, 2, 0.2, 0.2, 5),
                false,
                1,
                List.of(Corpora.testdata("stories")),
                Files.writeString(folder.resolve("options.txt"), "b = 0.55\n"),
                folder.resolve("rows.tsv.gz")),
            what -> {});
  }

  @Test
  void everyQuestionIsTimedByEveryEngine() throws IOException {
    assertThat(results.at("corpora").list()).hasSize(2);
    for (Tree corpus : results.at("corpora").list()) {
      assertThat(corpus.at("classes").list()).hasSize(3);
      for (Tree of : corpus.at("classes").list()) {
        for (Tree engine : of.at("engines").list()) {
          assertThat(engine.at("cpu_us").at("n").number()).isEqualTo(400);
          assertThat(engine.at("cpu_us").at("p50").number()).isPositive();
          assertThat(engine.at("rounds").list()).hasSize(2);
        }
      }
    }
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("rows.tsv.gz"))),
                StandardCharsets.UTF_8))) {
      assertThat(rows.lines().count()).isEqualTo(1 + 2 * 3 * 2 * 2 * 200);
    }
  }

  @Test
  void enginesAnswerTheSameAndAreCompared() {
    Tree and = results.at("corpora").list().get(0).at("classes").list().get(1);
    assertThat(and.at("class").text()).isEqualTo("and_2");
    Tree beside = and.at("engines").list().get(1).at("first_beside_this");
    assertThat(beside.at("overlap").number()).isGreaterThan(0.8);
    assertThat(beside.at("one_sided").number()).isLessThan(0.05);
    assertThat(beside.at("ratio").number()).isPositive();
  }

  @Test
  void optionsAreThoseOfTheFileAndReported() throws IOException {
    List<Tree> engines = results.at("corpora").list().get(0).at("engines").list();
    assertThat(engines.get(0).at("options").at("b").text()).isEqualTo("0.55");
    assertThat(engines.get(1).at("options").at("similarity").text()).contains("b=0.75");
    assertThat(HtmlReport.of(results)).contains("b=0.55");
  }

  @Test
  void filingLoadAndRefreshesAreMeasured() {
    for (Tree engine : results.at("corpora").list().get(0).at("engines").list()) {
      Tree filling = engine.at("filling").list().get(0);
      assertThat(filling.at("stories").number()).isEqualTo(200);
      assertThat(filling.at("stories_per_cpu_s").number()).isPositive();
      assertThat(filling.at("bytes").number()).isPositive();
      assertThat(engine.at("threads").list()).isNotEmpty();
      assertThat(engine.at("arrivals").list()).hasSize(3);
      assertThat(engine.at("refreshes").list().get(0).at("latency").at("n").number()).isEqualTo(5);
      assertThat(engine.at("merges").list()).hasSize(1);
    }
    assertThat(results.at("quality").list()).hasSize(4);
    assertThat(results.at("quality").list().get(1).at("compared").at("engine").text())
        .isEqualTo(results.at("quality").list().get(0).at("engine").text());
    assertThat(results.at("machine").at("java").text()).isNotEmpty();
  }

  @Test
  void thePageNeedsNothingBesideIt() throws IOException {
    String page = HtmlReport.of(results);
    assertThat(page).doesNotContain("http:", "https:", "<script", "<link", "url(", "@import");
    assertThat(page).contains("<svg", "more_like_this", "Growth", "Quality", "Under load");
    assertThat(page).contains("cuttings-people-off takes ", "stories (more like this)");
    assertThat(page).doesNotContain("NaN", "Infinity");
  }

  @Test
  void aBrowserDrawsIt() throws IOException, InterruptedException {
    Optional<Path> browser = BROWSERS.stream().map(Path::of).filter(Files::exists).findFirst();
    assumeTrue(browser.isPresent(), "skipped: no chromium here to open the report in");
    Path page = folder.resolve("bench.html");
    Files.writeString(page, HtmlReport.of(results), StandardCharsets.UTF_8);
    Path picture = folder.resolve("bench.png");
    Process process =
        new ProcessBuilder(
                Stream.of(
                        browser.orElseThrow().toString(),
                        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run",
                        "--disable-background-networking --disable-component-update",
                        "--disable-sync --hide-scrollbars --window-size=900,2400",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--screenshot=" + picture,
                        page.toUri().toString())
                    .flatMap(words -> Stream.of(words.split(" ", -1)))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("browser.log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(image.getWidth()).isEqualTo(900);
    assertThat(count(image, BLUE)).as("pixels in the first engine's colour").isGreaterThan(500);
  }

  private static int count(BufferedImage image, int colour) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
      }
    }
    return count;
  }
}
