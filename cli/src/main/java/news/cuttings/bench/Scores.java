package news.cuttings.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The worth of one run over all judged topics; a topic that the run does not answer counts 0
 * (trec_eval's {@code -c}).
 *
 * @param name of the engine or the run
 * @param topics the judged topics, in order
 * @param values by measure, one a topic in that order
 */
public record Scores(String name, List<String> topics, Map<Measure, double[]> values) {

  /** Scores a run. */
  public static Scores of(Run run, Qrels qrels) {
    List<String> topics = new ArrayList<>(qrels.topics());
    Map<Measure, double[]> values = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      values.put(
          measure,
          topics.stream()
              .mapToDouble(topic -> measure.of(run.of(topic), qrels.of(topic)))
              .toArray());
    }
    return new Scores(run.tag(), List.copyOf(topics), values);
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
