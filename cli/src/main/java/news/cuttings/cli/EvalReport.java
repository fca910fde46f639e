package news.cuttings.cli;

import java.util.List;
import java.util.Map;
import news.cuttings.bench.EvalSet;
import news.cuttings.bench.Scores;

/** Takes what was measured, set by set. */
interface EvalReport {
  /**
   * A set.
   *
   * @param scores of each engine or run; the others are compared with the first
   * @param options the engines' settings, by name
   */
  void set(EvalSet set, List<Scores> scores, Map<String, Map<String, String>> options);

  /** No more sets. */
  void end();
}
