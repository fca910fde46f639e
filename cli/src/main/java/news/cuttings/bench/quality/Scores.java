package news.cuttings.bench.quality;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.bench.corpora.Qrels;
import news.cuttings.bench.results.Statistics;

/**
 * The worth of one run over all judged topics; a topic that the run does not answer counts 0
 * (trec_eval's {@code -c}).
 *
 * @param name of the engine or the run
 * @param topics the judged topics, in order
 * @param values by measure, one a topic in that order
 * @param coverage how far the run and the judgments meet
 */
public record Scores(
    String name, List<String> topics, Map<Measure, double[]> values, Coverage coverage) {

  /**
   * Scores a run.
   *
   * @throws IllegalArgumentException where a grade is higher than a measure knows
   */
  public static Scores of(Run run, Qrels qrels, List<Measure> measures) {
    List<String> topics = List.copyOf(qrels.topics());
    List<List<String>> hits = topics.stream().map(run::of).toList();
    Map<Measure, double[]> values = new LinkedHashMap<>();
    for (Measure measure : measures) {
      check(measure, qrels);
      double[] worth = new double[topics.size()];
      Arrays.setAll(worth, i -> measure.of(hits.get(i), qrels.of(topics.get(i))));
      values.put(measure, worth);
    }
    return new Scores(run.tag(), topics, values, Coverage.of(run, qrels));
  }

  /** Scores a run by the {@link Measure#USUAL usual} measures. */
  public static Scores of(Run run, Qrels qrels) {
    return of(run, qrels, Measure.USUAL);
  }

  private static void check(Measure measure, Qrels qrels) {
    int highest = measure.formula().highest();
    for (String topic : qrels.topics()) {
      qrels
          .of(topic)
          .forEach((story, grade) -> {
            if (grade > highest) {
              String judged = story + " has " + grade + " for " + topic;
              throw new IllegalArgumentException(
                  measure.label() + " knows grades up to " + highest + "; " + judged);
            }
          });
    }
  }

  /** What was measured, in order. */
  public List<Measure> measures() {
    return List.copyOf(values.keySet());
  }

  /** The measure's value for each topic. */
  public double[] of(Measure measure) {
    double[] all = values.get(measure);
    if (all == null) {
      throw new IllegalArgumentException("not measured: " + measure.label());
    }
    return all.clone();
  }

  /** The mean over topics. */
  public double mean(Measure measure) {
    return Statistics.mean(of(measure));
  }
}
