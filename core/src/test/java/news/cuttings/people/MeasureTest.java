package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import news.cuttings.Corpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well people are recognised. {@code mvn -pl core test -Dtest=MeasureTest} prints precision,
 * recall and F1 by exact place and by distinct names a story, and tokens a second of one thread's
 * CPU time. The floors are half a point to a point below what was measured.
 */
class MeasureTest {
  private static final Recogniser RECOGNISER = TrainedRecogniser.standard();

  /** News agency stories of 1996, from which nothing was learnt. */
  @Test
  void conllDev() throws IOException {
    assertThat(measured(RECOGNISER, "eng.testa")).isGreaterThan(94);
  }

  /** Every tenth story, from which nothing was learnt but the curve of confidence. */
  @ParameterizedTest
  @CsvSource({
    "gmb, 85.3",
    "wikigold, 74",
    "gum, 75.5",
    "litbank, 84.5",
    "redocred, 82.5",
    "crossner, 88.8"
  })
  void heldOut(String set, double floor) throws IOException {
    assertThat(measured(RECOGNISER, set)).isGreaterThan(floor);
  }

  /** Time is printed and not tested: it is the machine's. */
  @Test
  void loadingTakesLittle() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "news.cuttings.people.Loading")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.print("first use: " + said);
    assertThat(said).startsWith("1 name, ");
    double heap = Double.parseDouble(said.replaceFirst(".* ms, (.*) MB.*\\s*", "$1"));
    assertThat(heap).isLessThan(32);
  }

  @Test
  void listsAndModelTakeLittleOfTheJar() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed);
        Stream<Path> files = Files.list(Path.of("src/main/resources/news/cuttings/people"))) {
      for (Path file : files.toList()) {
        Files.copy(file, out);
      }
    }
    System.out.println("lists and model in the jar: " + packed.size() + " bytes");
    assertThat(packed.size()).isLessThan(2_000_000);
  }

  /** F1 of all sets, printed. */
  static Map<String, Double> measured(Recogniser recogniser) throws IOException {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("eng.testa", measured(recogniser, "eng.testa"));
    for (String set : Training.SETS) {
      figures.put(set, measured(recogniser, set));
    }
    return figures;
  }

  private static double measured(Recogniser recogniser, String set) throws IOException {
    Path people = Corpora.shared("people");
    Measure measure =
        set.startsWith("eng.")
            ? Measure.of(recogniser, Tagged.read(people.resolve(set)))
            : Measure.of(recogniser, Training.held(people.resolve("train"), set));
    System.out.println(set + ": " + measure);
    return measure.f1();
  }
}
