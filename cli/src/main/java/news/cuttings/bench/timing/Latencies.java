package news.cuttings.bench.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.cuttings.bench.results.Tree;
import org.HdrHistogram.Histogram;

/** Times in nanoseconds, kept to three digits; percentiles are told in microseconds. */
final class Latencies {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
  private static final double[] CURVE = {
    0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 98, 99, 99.5, 99.9, 100
  };

  private final Histogram histogram = new Histogram(LONGEST, 3);

  void add(long nanos) {
    histogram.recordValue(Math.min(LONGEST, Math.max(1, nanos)));
  }

  void add(Latencies others) {
    histogram.add(others.histogram);
  }

  /** Microseconds within which that share of 100 is. */
  double at(double percentile) {
    return histogram.getValueAtPercentile(percentile) / 1e3;
  }

  Map<String, Object> summary() {
    return Tree.map(
        "n", histogram.getTotalCount(),
        "mean", histogram.getMean() / 1e3,
        "p50", at(50),
        "p90", at(90),
        "p95", at(95),
        "p99", at(99),
        "p999", at(99.9),
        "max", histogram.getMaxValue() / 1e3);
  }

  /** Points of the distribution for a plot: a percentile and its microseconds. */
  List<Object> curve() {
    List<Object> points = new ArrayList<>();
    for (double percentile : CURVE) {
      points.add(List.of(percentile, at(percentile)));
    }
    return points;
  }
}
