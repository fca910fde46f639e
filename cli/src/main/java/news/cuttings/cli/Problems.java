package news.cuttings.cli;

import java.util.Map;
import java.util.TreeMap;
import news.cuttings.formats.Problem;

/** Counts problems by kind and tells the first few of each. */
final class Problems {
  private static final int TOLD = 5;

  private final Terminal terminal;
  private final Map<String, Long> counts = new TreeMap<>();

  Problems(Terminal terminal) {
    this.terminal = terminal;
  }

  void add(Problem problem) {
    long before = counts.getOrDefault(problem.kind(), 0L);
    counts.put(problem.kind(), before + 1);
    if (before < TOLD) {
      terminal.say(Text.safe(problem.toString()));
    } else if (before == TOLD) {
      terminal.say(
          "(more of the same kind are counted, not told: " + Text.safe(problem.kind()) + ")");
    }
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many of each kind, by kind. */
  Map<String, Long> counts() {
    return counts;
  }
}
