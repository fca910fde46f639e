package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.Corpora;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well people are recognised. {@code mvn -pl core test -Dtest=MeasureTest -Dcuttings.skipTags=}
 * prints precision, recall and F1 by exact place and by distinct names a story, and tokens a second
 * of one thread's CPU time. The floors are half a point to a point below what was measured.
 */
@Tag("slow")
class MeasureTest {
  private final Recogniser recogniser = new PlainRecogniser(Lexicon.standard());

  /** News agency stories of 1996, on which nothing was set. */
  @Test
  void conllDev() throws IOException {
    assertThat(measured("eng.testa", Tagged.read(Corpora.shared("people/eng.testa"))))
        .isGreaterThan(90.5);
  }

  /** Every tenth story, which was not counted; the recogniser's few constants were set on these. */
  @ParameterizedTest
  @CsvSource({
    "gmb, 84.5",
    "wikigold, 73",
    "gum, 75.5",
    "litbank, 81",
    "redocred, 75.5",
    "crossner, 82.5"
  })
  void heldOut(String set, double floor) throws IOException {
    Path file = Corpora.shared("people/train").resolve(set + ".iob");
    List<Tagged> all = Tagged.read(file);
    List<Tagged> held = new ArrayList<>();
    for (int i = 9; i < all.size(); i += 10) {
      held.add(all.get(i));
    }
    assertThat(measured(set, held)).isGreaterThan(floor);
  }

  private double measured(String name, List<Tagged> stories) {
    Measure measure = Measure.of(recogniser, stories);
    System.out.println(name + ": " + measure);
    return measure.f1();
  }
}
