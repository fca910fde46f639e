package news.cuttings.cli;

import java.util.Map;
import java.util.TreeMap;
import news.cuttings.formats.Problem;

/** Counts problems by kind and tells the first few of each. */
final class Problems {
  private static final int TOLD = 5;

  private final Terminal terminal;
  private final boolean told;
  private final Map<String, Long> counts = new TreeMap<>();

  private Problems(Terminal terminal, boolean told) {
    this.terminal = terminal;
    this.told = told;
  }

  /** Problems that are told and counted. */
  static Problems told(Terminal terminal) {
    return new Problems(terminal, true);
  }

  /** Problems that are counted only. */
  static Problems counted(Terminal terminal) {
    return new Problems(terminal, false);
  }

  void add(Problem problem) {
    long before = counts.getOrDefault(problem.kind(), 0L);
    counts.put(problem.kind(), before + 1);
    if (!told) {
      return;
    }
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
