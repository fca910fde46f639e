package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
    assertThat(measured(RECOGNISER, "eng.testa")).isGreaterThan(93.6);
  }

  /** Every tenth story, from which nothing was learnt but the curve of confidence. */
  @ParameterizedTest
  @CsvSource({
    "gmb, 85.5",
    "wikigold, 74.5",
    "gum, 77.5",
    "litbank, 83.3",
    "redocred, 82.5",
    "crossner, 88.2"
  })
  void heldOut(String set, double floor) throws IOException {
    assertThat(measured(RECOGNISER, set)).isGreaterThan(floor);
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
