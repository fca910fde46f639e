package news.cuttings.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.cuttings.formats.Problem;

/** Counts problems by kind and tells the first few of each. */
final class Problems {
  private static final int TOLD = 5;
  private static final String HIDDEN = "hidden";

  private final Terminal terminal;
  private final boolean told;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, List<Problem>> first = new TreeMap<>();

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
      List<Problem> some = first.computeIfAbsent(problem.kind(), kind -> new ArrayList<>());
      if (some.size() < TOLD) {
        some.add(problem);
      }
      return;
    }
    if (before < TOLD) {
      terminal.say(Text.safe(InCommands.said(problem.toString())));
    } else if (before == TOLD) {
      terminal.say(
          "(more of the same kind are counted, not told: " + Text.safe(problem.kind()) + ")");
    }
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The first five of those that were counted only; hidden ones where there are no others. */
  private List<Problem> some() {
    Stream<Problem> seen =
        first.entrySet().stream()
            .filter(kind -> !kind.getKey().equals(HIDDEN))
            .flatMap(kind -> kind.getValue().stream());
    return Stream.concat(seen, first.getOrDefault(HIDDEN, List.of()).stream()).limit(TOLD).toList();
  }

  /** A line for each of {@link #some}; where there are more, how to see all. */
  List<String> named(String howAll) {
    List<String> lines = new ArrayList<>();
    for (Problem problem : some()) {
      String where = Text.whole(Text.safe(problem.where().toString()));
      lines.add(where + ": " + Text.safe(InCommands.said(problem.message())));
    }
    long more = total() - lines.size();
    if (more > 0) {
      lines.add("and " + Text.number(more) + " more; " + howAll);
    }
    return lines;
  }

  /** How many of each kind, by kind. */
  Map<String, Long> counts() {
    return counts;
  }
}
