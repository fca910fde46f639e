package news.cuttings.bench.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import news.cuttings.bench.results.Statistics;
import news.cuttings.bench.results.Tree;

/** One engine's times for one class of questions, over forks and rounds. */
final class Times {
  private final Latencies wall = new Latencies();
  private final Latencies cpu = new Latencies();
  private final List<Round> rounds = new ArrayList<>();

  /**
   * The middle of one round.
   *
   * @param fork which JVM
   * @param round which round in it
   * @param wall the median of wall time in microseconds
   * @param cpu the median of the thread's CPU time in microseconds
   */
  record Round(int fork, int round, double wall, double cpu) {}

  /** Takes a round's times in nanoseconds. */
  void add(int fork, int round, long[] walls, long[] cpus) {
    Arrays.stream(walls).forEach(wall::add);
    Arrays.stream(cpus).forEach(cpu::add);
    rounds.add(new Round(fork, round, middle(walls), middle(cpus)));
  }

  private static double middle(long[] nanos) {
    return Statistics.median(Arrays.stream(nanos).mapToDouble(n -> n / 1e3).toArray());
  }

  List<Round> rounds() {
    return rounds;
  }

  Latencies cpu() {
    return cpu;
  }

  Map<String, Object> tree() {
    List<Object> middles = new ArrayList<>();
    for (Round round : rounds) {
      middles.add(
          Tree.map(
              "fork", round.fork(),
              "round", round.round(),
              "wall_p50", round.wall(),
              "cpu_p50", round.cpu()));
    }
    return Tree.map(
        "wall_us",
        wall.summary(),
        "cpu_us",
        cpu.summary(),
        "wall_curve",
        wall.curve(),
        "cpu_curve",
        cpu.curve(),
        "rounds",
        middles);
  }
}
