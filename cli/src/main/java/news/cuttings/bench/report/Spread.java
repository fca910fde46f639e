package news.cuttings.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.bench.results.Statistics;
import news.cuttings.bench.results.Tree;

/**
 * What several JVMs measured of the same thing.
 *
 * @param at what it was measured at: so many threads, questions a second, stories
 * @param middle the median of the JVMs
 * @param low the least
 * @param high the greatest
 */
public record Spread(double at, double middle, double low, double high) {

  /** A single figure. */
  static Spread of(double at, double value) {
    return new Spread(at, value, value, value);
  }

  private static Spread of(double at, List<Double> values) {
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    return new Spread(
        at,
        Statistics.median(all),
        Arrays.stream(all).min().orElse(0),
        Arrays.stream(all).max().orElse(0));
  }

  /** That figure of each JVM. */
  static Spread of(double at, List<Tree> forks, String figure) {
    return of(at, forks.stream().map(fork -> fork.at(figure).number()).toList());
  }

  /** Answers a second by the number of threads that ask. */
  public static List<Spread> threads(Tree engine) {
    List<Spread> points = new ArrayList<>();
    for (Tree at : engine.at("threads").list()) {
      List<Double> rates = at.at("forks").list().stream().map(Tree::number).toList();
      points.add(of(at.at("threads").number(), rates));
    }
    return points;
  }

  /** Milliseconds from arrival to answer by questions a second, at a percentile such as p99. */
  public static List<Spread> arrivals(Tree engine, String percentile) {
    Map<Double, List<Double>> byRate = new LinkedHashMap<>();
    for (Tree arrival : engine.at("arrivals").list()) {
      Tree open = arrival.at("open");
      byRate
          .computeIfAbsent(open.at("rate").number(), rate -> new ArrayList<>())
          .add(open.at("latency").at(percentile).number() / 1000);
    }
    List<Spread> points = new ArrayList<>();
    byRate.forEach((rate, times) -> points.add(of(rate, times)));
    return points;
  }

  /** The middle and, where the JVMs differ, from where to where. */
  String told() {
    String value = Scale.label(middle);
    return low < high ? value + " (" + Scale.label(low) + " to " + Scale.label(high) + ")" : value;
  }
}
