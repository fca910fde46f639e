package news.cuttings.bench;

import java.util.Arrays;

/**
 * Two engines' worth over the same topics by one measure.
 *
 * @param measure which
 * @param difference of the means: after less before
 * @param low the lower end of the difference's 95 % interval
 * @param high its upper end
 * @param chance how often so great a difference comes about by chance, from 0 to 1
 * @param better topics at which after is better
 * @param worse topics at which it is worse
 */
public record Comparison(
    Measure measure,
    double difference,
    double low,
    double high,
    double chance,
    int better,
    int worse) {

  /**
   * Compares.
   *
   * @throws IllegalArgumentException where the topics are not the same
   */
  public static Comparison of(Scores before, Scores after, Measure measure) {
    if (!before.topics().equals(after.topics())) {
      throw new IllegalArgumentException("the two were not scored on the same topics");
    }
    double[] a = before.of(measure);
    double[] b = after.of(measure);
    double[] differences = new double[a.length];
    Arrays.setAll(differences, i -> b[i] - a[i]);
    Statistics.Interval interval = Statistics.interval(differences);
    return new Comparison(
        measure,
        Statistics.mean(differences),
        interval.low(),
        interval.high(),
        Statistics.chance(a, b),
        (int) Arrays.stream(differences).filter(d -> d > 0).count(),
        (int) Arrays.stream(differences).filter(d -> d < 0).count());
  }
}
