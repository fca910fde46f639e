package news.cuttings.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

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

  /** A difference as it is read: {@code +0.0123}. */
  public static String signed(double difference) {
    return String.format(Locale.ROOT, "%+.4f", difference);
  }

  /** A chance as it is read: {@code 0.0123}, {@code < 0.0001}. */
  public static String chance(double chance) {
    return chance < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", chance);
  }

  /**
   * As it is written in results.
   *
   * @param after the name of the engine that is ahead where the difference is positive
   */
  public Map<String, Object> tree(String after) {
    return Tree.map(
        "engine", after,
        "measure", measure.label(),
        "ahead", difference,
        "low", low,
        "high", high,
        "p", chance,
        "better", better,
        "worse", worse);
  }
}
