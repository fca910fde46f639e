package news.cuttings.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.cuttings.StoryIndex;
import news.cuttings.cluster.ClusterIndex;
import news.cuttings.cluster.ClusterOptions;
import news.cuttings.ranking.RankingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Files every story anew. */
@Command(
    name = "rebuild",
    abbreviateSynopsis = true,
    header = "File every story anew from the index's own stored stories.",
    description = {
      "",
      "For a newer release's analysis, to name people otherwise or to weigh words otherwise."
          + " Searching goes on meanwhile; an interruption changes nothing.",
      ""
    },
    footer = {"", "For example:  cuttings rebuild --aliases names.txt"})
final class RebuildVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final WeighingOption weighing = new WeighingOption();
  @Mixin private final IndexOption where;
  @Mixin private final PeopleOptions people = new PeopleOptions();

  RebuildVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    return Progress.during(terminal, "filing every story anew", this::rebuild);
  }

  private int rebuild() throws IOException {
    try (StoryIndex index = open()) {
      index.maintenance().rebuild();
      terminal.prose(
          Text.count(index.maintenance().stats().stories(), "story", "stories") + " filed anew");
    }
    return Exit.DONE;
  }

  private StoryIndex open() throws IOException {
    Optional<RankingOptions> options = weighing.options();
    Optional<URI> cluster = where.cluster();
    if (cluster.isPresent()) {
      ClusterOptions asked = where.asked().people(people.people());
      return ClusterIndex.connectForRebuilding(
          cluster.get(), options.map(asked::ranking).orElse(asked));
    }
    return options.isEmpty()
        ? StoryIndex.at(where.folder()).people(people.people()).forRebuilding().open()
        : StoryIndex.at(where.folder())
            .people(people.people())
            .ranking(options.get())
            .forRebuilding()
            .open();
  }
}
