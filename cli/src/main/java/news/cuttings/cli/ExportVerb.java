package news.cuttings.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import news.cuttings.StoryIndex;
import news.cuttings.story.StoryJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints every story. */
@Command(
    name = "export",
    abbreviateSynopsis = true,
    header = "Print every story as a JSON line, in the order of ids.",
    footer = {"", "For example:  cuttings export | gzip > archive.jsonl.gz"})
final class ExportVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final IndexOption where;

  private long stories;

  ExportVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    try (StoryIndex index = where.open()) {
      index.export(story -> {
        terminal.print(StoryJson.write(story));
        stories++;
      });
    }
    return stories == 0 ? Exit.NOTHING : Exit.DONE;
  }
}
