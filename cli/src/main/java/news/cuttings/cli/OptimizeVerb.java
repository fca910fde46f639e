package news.cuttings.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import news.cuttings.IndexStats;
import news.cuttings.StoryIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts segments together. */
@Command(
    name = "optimize",
    abbreviateSynopsis = true,
    header = "Put the index's segments together, so that searching gets faster.")
final class OptimizeVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final IndexOption where;

  @Option(
      names = "--segments",
      paramLabel = "COUNT",
      description = "Until there are at most so many (default: 1).")
  private int segments = 1;

  OptimizeVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    return Progress.during(terminal, "putting segments together", this::optimize);
  }

  private int optimize() throws IOException {
    try (StoryIndex index = where.openExisting()) {
      index.maintenance().optimize(segments);
      IndexStats stats = index.maintenance().stats();
      terminal.prose(
          Text.count(stats.stories(), "story", "stories")
              + " in "
              + Text.count(stats.segments(), "segment", "segments")
              + ", "
              + Text.bytes(stats.bytes()));
    }
    return Exit.DONE;
  }
}
