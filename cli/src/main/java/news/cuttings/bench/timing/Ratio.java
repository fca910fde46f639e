package news.cuttings.bench.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import news.cuttings.bench.results.Statistics;
import news.cuttings.bench.results.Tree;

/**
 * How many times as long one side takes as another, by the medians of rounds, with its 95 %
 * interval: forks are drawn anew, and rounds within them (a bootstrap in two steps, for the rounds
 * of one JVM are alike).
 *
 * @param value above 1 the first is slower
 * @param low the interval's lower end
 * @param high its upper end
 */
public record Ratio(double value, double low, double high) {
  private static final int RESAMPLES = 4000;
  private static final long SEED = 20261124;

  /** What the interval says. */
  public enum Verdict {
    /** The first takes less. */
    FASTER,
    /** The first takes more. */
    SLOWER,
    /** The interval holds 1. */
    NO_DIFFERENCE_SHOWN
  }

  /** What the interval says. */
  public Verdict verdict() {
    return high < 1 ? Verdict.FASTER : low > 1 ? Verdict.SLOWER : Verdict.NO_DIFFERENCE_SHOWN;
  }

  /** Of two sides that were measured turn about, round by round. */
  static Ratio paired(List<Times.Round> first, List<Times.Round> second) {
    Map<Integer, List<Double>> logs = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
      double log = Math.log(first.get(i).cpu() / second.get(i).cpu());
      logs.computeIfAbsent(first.get(i).fork(), fork -> new ArrayList<>()).add(log);
    }
    List<double[]> forks = arrays(logs);
    double[] drawn = new double[RESAMPLES];
    SplittableRandom random = new SplittableRandom(SEED);
    Arrays.setAll(drawn, i -> drawn(forks, random));
    return of(mean(forks), drawn);
  }

  /** Of two sides that were measured apart. */
  public static Ratio apart(Map<Integer, List<Double>> first, Map<Integer, List<Double>> second) {
    List<double[]> a = arrays(first);
    List<double[]> b = arrays(second);
    double[] drawn = new double[RESAMPLES];
    SplittableRandom random = new SplittableRandom(SEED);
    Arrays.setAll(drawn, i -> drawn(a, random) - drawn(b, random));
    return of(mean(a) - mean(b), drawn);
  }

  private static List<double[]> arrays(Map<Integer, List<Double>> forks) {
    return forks.values().stream()
        .map(fork -> fork.stream().mapToDouble(Double::doubleValue).toArray())
        .toList();
  }

  private static double mean(List<double[]> forks) {
    return forks.stream().mapToDouble(Statistics::mean).average().orElse(0);
  }

  private static double drawn(List<double[]> forks, SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < forks.size(); i++) {
      double[] fork = forks.get(random.nextInt(forks.size()));
      double rounds = 0;
      for (int j = 0; j < fork.length; j++) {
        rounds += fork[random.nextInt(fork.length)];
      }
      sum += rounds / fork.length;
    }
    return forks.isEmpty() ? 0 : sum / forks.size();
  }

  private static Ratio of(double log, double[] drawn) {
    Arrays.sort(drawn);
    int edge = drawn.length / 40;
    return new Ratio(
        Math.exp(log), Math.exp(drawn[edge]), Math.exp(drawn[drawn.length - 1 - edge]));
  }

  public Map<String, Object> tree() {
    return Tree.map("ratio", value, "low", low, "high", high, "verdict", verdict().name());
  }
}
