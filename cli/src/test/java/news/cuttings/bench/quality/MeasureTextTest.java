package news.cuttings.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import news.cuttings.bench.corpora.Qrels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures as ir_measures writes them. */
class MeasureTextTest {
  private static final Map<String, Integer> GRADES = Map.of("a", 1, "b", 2, "c", 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nDCG@20; nDCG@20",
        "ndcg@20; nDCG@20",
        "P(rel=2)@5; P(rel=2)@5",
        "bpref; Bpref",
        "RBP( p = 0.5 , rel=2 ); RBP(p=0.5,rel=2)",
        "nDCG(dcg='exp-log2')@20; nDCG(dcg=exp-log2)@20",
        "AP(cutoff=5); AP@5",
        "map; MAP",
        "err; ERR",
        "rprec; Rprec",
        "RECALL@100; Recall@100",
        "success@1; Success@1",
      })
  void areReadAndShown(String written, String shown) {
    assertThat(Measure.of(written).label()).isEqualTo(shown);
    assertThat(Measure.of(shown)).isEqualTo(Measure.of(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nDGC@10; there are nDCG, AP,",
        "P; P needs a cutoff: P@10",
        "P@0; cutoff is a whole number from 1 on, not \"0\"",
        "P@ten; cutoff is a whole number from 1 on, not \"ten\"",
        "P@99999999999; cutoff is a whole number from 1 on",
        "Bpref@10; Bpref has no \"cutoff\"; it takes rel",
        "RBP(p=1); p is between 0 and 1, not \"1\"",
        "RBP(q=1); RBP has no \"q\"; it takes cutoff, p, rel",
        "AP(rel); in brackets stand parameters",
        "AP(rel=1,rel=2); in brackets stand parameters",
        "AP(cutoff=5)@5; its cutoff is told twice",
        "nDCG(dcg=ln)@5; dcg is log2 or exp-log2, not \"ln\"",
        "P@; a measure is NAME",
        "P(rel=2@5; a measure is NAME",
      })
  void whatIsNoneIsToldWithTheReason(String written, String why) {
    assertThatThrownBy(() -> Measure.of(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no such measure: \"" + written + "\": ")
        .hasMessageContaining(why);
  }

  @Test
  void commasInBracketsPartNoMeasures() {
    assertThat(Measure.list("P@5, RBP(p=0.5,rel=2),nDCG").stream().map(Measure::label))
        .containsExactly("P@5", "RBP(p=0.5,rel=2)", "nDCG");
  }

  @Test
  void parametersAreHeeded() {
    List<String> hits = List.of("c", "a", "x", "b");
    assertThat(worth("RBP(p=0.5)", hits)).isEqualTo(0.5 * (0.5 + 0.125));
    assertThat(worth("RBP(p=0.5,rel=2)", hits)).isEqualTo(0.0625);
    assertThat(worth("RBP(p=0.5)@2", hits)).isEqualTo(0.25);
    // grades 0, 1, none, 2 of 4 at most: 1/16 at 2, then 3/16 at 4 for who went on
    assertThat(worth("ERR", hits)).isCloseTo(1 / 32.0 + 15 / 16.0 * 3 / 16 / 4, within(1e-12));
    assertThat(worth("RR@1", hits)).isZero();
    assertThat(worth("P(judged_only=true)@3", hits)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(worth("Success@2", hits)).isEqualTo(1);
    assertThat(worth("Success(rel=2)@2", hits)).isZero();
  }

  @Test
  void aGradeBeyondTheMeasureIsRefused() {
    Qrels qrels = Qrels.of(Map.of("q", Map.of("a", 5)));
    Run run = new Run("x", Map.of());
    assertThatThrownBy(() -> Scores.of(run, qrels, Measure.list("ERR@20")))
        .hasMessage("ERR@20 knows grades up to 4; a has 5 for q");
  }

  private static double worth(String measure, List<String> hits) {
    return Measure.of(measure).of(hits, GRADES);
  }
}
