package news.cuttings.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Measures against cases worked out by hand. */
class MeasureTest {
  private static final Offset<Double> CLOSE = within(1e-4);

  /** Three right ones, of grades 3, 2 and 1; one judged wrong; one wrong by more than wrong. */
  private static final Map<String, Integer> GRADES =
      Map.of("a", 3, "b", 2, "c", 1, "wrong", 0, "spam", -2);

  /** Right at ranks 2 and 4; c is missing. */
  private static final List<String> HITS = List.of("wrong", "a", "unjudged", "b", "spam");

  @Test
  void gainsAreGradesDiscountedByTheLogarithmOfTheRank() {
    // gain 3/log2(3) + 2/log2(5) = 1.8928 + 0.8614 = 2.7541
    // ideal 3/log2(2) + 2/log2(3) + 1/log2(4) = 3 + 1.2619 + 0.5 = 4.7619
    assertThat(Measure.of("nDCG@10").of(HITS, GRADES)).isCloseTo(0.5784, CLOSE);
  }

  @Test
  void anIdealOrderIsWorthOne() {
    for (Measure measure :
        List.of(Measure.of("nDCG@10"), Measure.of("MAP"), Measure.of("R@100"), Measure.of("MRR"))) {
      assertThat(measure.of(List.of("a", "b", "c"), GRADES)).as(measure.label()).isEqualTo(1);
    }
  }

  @Test
  void theIdealIsCutWhereTheHitsAre() {
    Map<String, Integer> many = new HashMap<>();
    IntStream.range(0, 20).forEach(i -> many.put("s" + i, 1));
    List<String> ten = IntStream.range(0, 10).mapToObj(i -> "s" + i).toList();
    assertThat(Measure.of("nDCG@10").of(ten, many)).isEqualTo(1);
    assertThat(Measure.of("MAP").of(ten, many)).isEqualTo(0.5);
    assertThat(Measure.of("R@100").of(ten, many)).isEqualTo(0.5);
  }

  @Test
  void averagePrecisionIsOverAllRightOnes() {
    // (1/2 + 2/4) / 3
    assertThat(Measure.of("MAP").of(HITS, GRADES)).isCloseTo(0.3333, CLOSE);
  }

  @Test
  void precisionCountsWhatIsMissingAsWrong() {
    assertThat(Measure.of("P@10").of(HITS, GRADES)).isCloseTo(0.2, CLOSE);
  }

  @Test
  void recallIsOfAllRightOnes() {
    assertThat(Measure.of("R@100").of(HITS, GRADES)).isCloseTo(0.6667, CLOSE);
  }

  @Test
  void reciprocalRankIsOfTheFirstRightOne() {
    assertThat(Measure.of("MRR").of(HITS, GRADES)).isEqualTo(0.5);
    assertThat(Measure.of("MRR").of(List.of("wrong"), GRADES)).isZero();
  }

  @Test
  void judgedIsRightOrWrongOfTheHitsThatThereAre() {
    assertThat(Measure.of("Judged@10").of(HITS, GRADES)).isCloseTo(0.8, CLOSE);
    assertThat(Measure.of("Judged@3").of(HITS, GRADES)).isCloseTo(0.6667, CLOSE);
  }

  @Test
  void whatComesAfterTheCutCountsForNothing() {
    List<String> late = IntStream.range(0, 11).mapToObj(i -> i == 10 ? "a" : "x" + i).toList();
    assertThat(Measure.of("nDCG@10").of(late, GRADES)).isZero();
    assertThat(Measure.of("P@10").of(late, GRADES)).isZero();
    assertThat(Measure.of("MRR").of(late, GRADES)).isCloseTo(1 / 11.0, CLOSE);
  }

  @Test
  void aTopicWithoutRightOnesIsWorthNothing() {
    for (Measure measure : Measure.list("nDCG@10,AP,P@5,R@100,RR,Rprec,Bpref,RBP,ERR,Success@5")) {
      assertThat(measure.of(HITS, Map.of("wrong", 0))).as(measure.label()).isZero();
    }
  }
}
