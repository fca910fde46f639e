package news.cuttings.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import news.cuttings.bench.corpora.Qrels;
import news.cuttings.bench.engines.Ranked;
import org.junit.jupiter.api.Test;

/** Runs beside each other. */
class ComparisonTest {
  /** One right story a topic. */
  private static Qrels qrels(int topics) {
    Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    for (int i = 0; i < topics; i++) {
      grades.put("q" + i, Map.of("right", 1));
    }
    return Qrels.of(grades);
  }

  /** A run that has the right story at that rank of each topic, from 1 on. */
  private static Scores run(int topics, IntUnaryOperator rank) {
    Map<String, List<Ranked>> answers = new LinkedHashMap<>();
    for (int i = 0; i < topics; i++) {
      List<Ranked> hits = new ArrayList<>();
      for (int at = 1; at < rank.applyAsInt(i); at++) {
        hits.add(new Ranked("wrong" + at, 100 - at));
      }
      hits.add(new Ranked("right", 1));
      answers.put("q" + i, hits);
    }
    return Scores.of(new Run("x", answers), qrels(topics), Measure.list("RR,P@1,Judged@1"));
  }

  @Test
  void everyMeasureIsComparedAndItsChanceCorrectedForAll() {
    Scores first = run(40, i -> 1);
    List<List<Comparison>> all =
        Comparison.withFirst(List.of(first, run(40, i -> 2), run(40, i -> i < 3 ? 2 : 1)));
    assertThat(all).hasSize(2);
    assertThat(all.get(0).stream().map(c -> c.measure().label())).containsExactly("RR", "P@1");
    Comparison clear = all.get(0).get(0);
    assertThat(clear.difference()).isEqualTo(0.5);
    assertThat(clear.corrected()).isBetween(clear.chance(), 0.001);
    assertThat(clear.doubt()).isEmpty();
    Comparison small = all.get(1).get(0); // three topics of forty: 2 of 8 tosses are as great
    assertThat(small.chance()).isBetween(0.2, 0.3);
    assertThat(small.corrected()).isGreaterThan(small.chance() * 1.9);
  }

  @Test
  void whereIntervalAndChanceDisagreeItIsSaid() {
    // Five of five worse: 2 of 32 tosses are as great, while every resample is below 0.
    Comparison few = Comparison.of(run(5, i -> 2), run(5, i -> 1), Measure.of("RR"));
    assertThat(few.chance()).isGreaterThan(0.05);
    assertThat(few.low()).isGreaterThan(0);
    assertThat(few.doubt()).hasValueSatisfying(doubt -> assertThat(doubt).contains("too narrow"));
    assertThat(few.tree("x")).containsKey("doubt");
  }

  @Test
  void whatIsRareAloneAndNotAmongManyIsSaid() {
    Scores first = run(30, i -> 1);
    List<Scores> scores = new ArrayList<>(List.of(first));
    for (int other = 0; other < 8; other++) {
      scores.add(run(30, i -> i < 6 ? 2 : 1)); // 2 of 64
    }
    Comparison one = Comparison.withFirst(scores).get(0).get(0);
    assertThat(one.chance()).isLessThan(0.05);
    assertThat(one.corrected()).isGreaterThan(0.05);
    assertThat(one.doubt())
        .hasValueSatisfying(doubt -> assertThat(doubt).contains("among so many comparisons"));
  }
}
