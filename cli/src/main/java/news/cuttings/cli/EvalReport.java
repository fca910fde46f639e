package news.cuttings.cli;

import java.util.List;
import java.util.Map;
import news.cuttings.bench.corpora.EvalSet;
import news.cuttings.bench.quality.Comparison;
import news.cuttings.bench.quality.Scores;

/** Takes what was measured, set by set. */
interface EvalReport {
  /**
   * A set and what was measured on it.
   *
   * @param set the set
   * @param scores of each engine or run, under names that differ
   * @param comparisons of each but the first with the first, measure by measure
   * @param options the engines' settings, by name
   */
  record Measured(
      EvalSet set,
      List<Scores> scores,
      List<List<Comparison>> comparisons,
      Map<String, Map<String, String>> options) {

    static Measured of(EvalSet set, List<Scores> scores, Map<String, Map<String, String>> options) {
      return new Measured(set, scores, Comparison.withFirst(scores), options);
    }

    /** How many comparisons the chances are corrected for. */
    int count() {
      return comparisons.stream().mapToInt(List::size).sum();
    }
  }

  /** A set. */
  void set(Measured measured);

  /** No more sets. */
  void end();
}
