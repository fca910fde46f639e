package news.cuttings.bench.results;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;

/** Means and their uncertainty; every random step is by a fixed seed. */
public final class Statistics {
  private static final long SEED = 20261124;
  private static final int RESAMPLES = 10_000;
  private static final int PERMUTATIONS = 100_000;

  private Statistics() {}

  /**
   * Where the true value lies in 95 of 100 cases.
   *
   * @param low the lower end
   * @param high the upper end
   */
  public record Interval(double low, double high) {}

  /** The mean; 0 of nothing. */
  public static double mean(double[] values) {
    return values.length == 0 ? 0 : Arrays.stream(values).sum() / values.length;
  }

  /** The middle value, between two the one halfway; 0 of nothing. */
  public static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The 95 % interval of the mean by the bootstrap's percentiles (B. Efron, 1979). */
  public static Interval interval(double[] values) {
    if (values.length == 0) {
      return new Interval(0, 0);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < values.length; j++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    return new Interval(means[RESAMPLES / 40], means[RESAMPLES - 1 - RESAMPLES / 40]);
  }

  /**
   * How often a difference of means at least as great comes about by chance alone: the paired
   * randomisation test of two sides (M. Smucker, J. Allan, B. Carterette, CIKM 2007), in which each
   * pair's two values change places or not by the toss of a coin.
   */
  public static double chance(double[] a, double[] b) {
    double[] differences = new double[a.length];
    Arrays.setAll(differences, i -> a[i] - b[i]);
    double observed = Math.abs(Arrays.stream(differences).sum());
    double tolerance = 1e-9 * Math.max(1, observed); // sums in another order are equal all the same
    SplittableRandom random = new SplittableRandom(SEED);
    int asGreat = 0;
    for (int i = 0; i < PERMUTATIONS; i++) {
      asGreat += Math.abs(tossed(differences, random)) >= observed - tolerance ? 1 : 0;
    }
    return (asGreat + 1.0) / (PERMUTATIONS + 1.0); // the order observed is one of them
  }

  private static double tossed(double[] differences, SplittableRandom random) {
    double sum = 0;
    long coins = 0;
    for (int i = 0; i < differences.length; i++) {
      if (i % Long.SIZE == 0) {
        coins = random.nextLong();
      }
      sum += (coins & 1) == 0 ? differences[i] : -differences[i];
      coins >>>= 1;
    }
    return sum;
  }

  /**
   * Chances of several differences, corrected so that one of them is below a bound no oftener than
   * that bound says: the smallest times their number, the next times one less, none less than the
   * one before (S. Holm, 1979).
   */
  public static double[] holm(double[] chances) {
    Integer[] order = new Integer[chances.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> chances[i]));
    double[] corrected = new double[chances.length];
    double least = 0;
    for (int i = 0; i < order.length; i++) {
      least = Math.max(least, Math.min(1, chances[order[i]] * (order.length - i)));
      corrected[order[i]] = least;
    }
    return corrected;
  }
}
