package news.cuttings.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import news.cuttings.IndexStats;
import news.cuttings.StoryIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/** Tells what is in the index. */
@Command(name = "stats", abbreviateSynopsis = true, header = "Tell what is in the index.")
final class StatsVerb implements Callable<Integer> {
  private static final int NAME = 18;

  private final Terminal terminal;

  @Mixin private final IndexOption where;

  @Option(names = "--json", description = "Print the figures as one JSON object.")
  private boolean json;

  StatsVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    IndexStats stats;
    try (StoryIndex index = where.openBriefly()) {
      stats = index.maintenance().stats();
    }
    if (json) {
      terminal.print(JsonLine.object(object -> figures(object, stats)));
    } else {
      print(stats);
    }
    return Exit.DONE;
  }

  private void print(IndexStats stats) {
    row("stories", Text.number(stats.stories()));
    row("  without a date", Text.number(stats.undated()));
    stats
        .first()
        .ifPresent(first ->
            row("dates", first + " to " + stats.last().map(LocalDate::toString).orElse("")));
    row("people", Text.number(stats.people()));
    row("publications", Text.number(stats.sources()));
    row(
        "size",
        Text.bytes(stats.bytes()) + " in " + Text.count(stats.segments(), "segment", "segments"));
    row("written by", "Lucene " + stats.luceneVersion());
  }

  private void row(String name, String value) {
    Ink ink = terminal.ink();
    if (terminal.width() < NAME + Text.width(value)) {
      terminal.prose(ink.faint(name + ":") + " " + value);
    } else {
      terminal.print(ink.faint(name + " ".repeat(NAME - name.length())) + value);
    }
  }

  private static void figures(JsonGenerator object, IndexStats stats) {
    object.writeNumberProperty("stories", stats.stories());
    object.writeNumberProperty("undated", stats.undated());
    object.writeNumberProperty("people", stats.people());
    object.writeNumberProperty("sources", stats.sources());
    JsonLine.string(object, "first", stats.first().map(LocalDate::toString).orElse(null));
    JsonLine.string(object, "last", stats.last().map(LocalDate::toString).orElse(null));
    object.writeNumberProperty("bytes", stats.bytes());
    object.writeNumberProperty("segments", stats.segments());
    object.writeStringProperty("lucene", stats.luceneVersion());
  }
}
