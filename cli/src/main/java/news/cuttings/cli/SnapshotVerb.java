package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import news.cuttings.Snapshot;
import news.cuttings.StoryIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the index. */
@Command(
    name = "snapshot",
    abbreviateSynopsis = true,
    header = "Copy the index as it was last committed, while writing goes on.",
    description = {
      "",
      "Each file is verified as it is copied. The copy is an index like any other: name it with"
          + " --index to search it, copy it back to restore it. In a folder that holds an earlier"
          + " snapshot only what has changed is copied.",
      ""
    },
    footer = {"", "For example:  cuttings snapshot /backup/cuttings"})
final class SnapshotVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final IndexOption where;

  @Parameters(paramLabel = "DIR", description = "The copy's folder: new, empty, or a snapshot's.")
  private Path to = Path.of("");

  @Option(names = "--json", description = "Print the figures as one JSON object.")
  private boolean json;

  SnapshotVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    return Progress.during(terminal, "copying", this::snapshot);
  }

  private int snapshot() throws IOException {
    try (StoryIndex index = where.open()) {
      Snapshot snapshot = index.maintenance().snapshot(to);
      if (json) {
        terminal.print(json(snapshot));
      } else {
        terminal.prose(text(snapshot));
      }
      return Exit.DONE;
    }
  }

  private static String json(Snapshot snapshot) {
    return JsonLine.object(object -> {
      object.writeNumberProperty("stories", snapshot.stories());
      object.writeNumberProperty("bytes", snapshot.bytes());
      object.writeNumberProperty("copied", snapshot.copied());
    });
  }

  private String text(Snapshot snapshot) {
    return terminal.ink().strong(Text.whole(Text.safe(to.toString())))
        + " holds "
        + Text.count(snapshot.stories(), "story", "stories")
        + " in "
        + Text.bytes(snapshot.bytes())
        + "; "
        + Text.bytes(snapshot.copied())
        + " copied";
  }
}
