package news.cuttings.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.cuttings.IndexStats;
import news.cuttings.StoryIndex;
import news.cuttings.cluster.ClusterIndex;
import news.cuttings.cluster.ClusterOptions;
import news.cuttings.formats.StoryFiles;
import news.cuttings.ranking.RankingOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/** Reads files and files the stories in them. */
@Command(
    name = "index",
    abbreviateSynopsis = true,
    header = "Read stories and file them; one that is there already is replaced.",
    description = {
      "",
      "Formats are told by content, not by name. What cannot be read is skipped, counted and told"
          + " with its place; the rest is kept.",
      "",
      "Long runs commit as they go and say how much is durable. After an interruption the same"
          + " command goes on: files read whole are not read again.",
      ""
    },
    footer = {
      "",
      "For example:  cuttings index pages/ news.jsonl.gz",
      "              cuttings index --map headline=title,body=text articles.jsonl",
      "              cuttings index --sync pages/",
      "              zcat dump.gz | cuttings index -"
    })
final class IndexVerb implements Callable<Integer> {
  private static final String NOTHING_REMEMBERED =
      "from which files the stories came that were there before is not remembered: they stay, but"
          + " what was read now will go with its files";

  private final Terminal terminal;

  @Mixin private final ReadOptions read = new ReadOptions();
  @Mixin private final WeighingOption weighing = new WeighingOption();
  @Mixin private final IndexOption where;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Keep in this file the records that could not be read, and name there each file that was"
              + " passed over.")
  private @Nullable Path rejects;

  @Option(
      names = "--force",
      description = "Read files too that have not changed since they were read last.")
  private boolean force;

  @Option(
      names = "--commit-every",
      paramLabel = "COUNT",
      description =
          "Make durable after so many stories (default: 100000), and in any case after two seconds,"
              + " then at growing steps, up to a minute.")
  private int commitEvery = IndexRun.STORIES_A_COMMIT;

  @Option(
      names = "--shards",
      paramLabel = "COUNT",
      description = "Parts of a new index on a cluster (default: 1).")
  private int shards = 1;

  @Option(
      names = "--replicas",
      paramLabel = "COUNT",
      description = "Copies of each part on other nodes (default: 1).")
  private int replicas = 1;

  @Option(
      names = "--sync",
      description =
          "Also remove what the folders have no longer: stories of files that have gone, and those"
              + " that a file had before it was changed. Of what is missing, empty or cannot be"
              + " read nothing is removed.")
  private boolean sync;

  @Option(
      names = "--dry-run",
      description = "Say what --sync would remove; file nothing and remove nothing.")
  private boolean dry;

  @Option(names = "--json", description = "Print the figures as one JSON object.")
  private boolean json;

  IndexVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    if (commitEvery < 1) {
      throw new Failure(Exit.FAILED, "--commit-every must be 1 or more, got " + commitEvery);
    }
    checkSync();
    Path folder = where.cluster().isPresent() ? null : where.folder();
    FilesRead filesRead = new FilesRead(folder, read.fingerprint());
    if (dry) {
      return new SyncReport(terminal, json).foretell(read, where, filesRead);
    }
    try (Progress progress = new Progress(terminal, "filing");
        StoryIndex index = open();
        IndexRun run =
            new IndexRun(
                terminal, progress, index, where.place(), filesRead, commitEvery, rejects)) {
      StoryFiles files = force ? read.files() : read.files().except(filesRead::has);
      boolean isBlind = sync && filesRead.isEmpty() && index.maintenance().stats().stories() > 0;
      List<Path> folders = new ArrayList<>();
      for (String path : read.paths()) {
        if (run.read(files, path) && sync) {
          folders.add(Path.of(path));
        }
      }
      run.finish();
      if (sync) {
        Sync gone = new Sync(filesRead, folders);
        run.remove(gone);
        SyncReport.tellKept(terminal, gone);
        if (isBlind) {
          terminal.say(NOTHING_REMEMBERED);
        }
      }
      if (!run.failedWholly()) {
        report(run, index.maintenance().stats(), System.nanoTime() - start);
      }
      return run.exitCode();
    }
  }

  private void checkSync() {
    if (dry && !sync) {
      throw new Failure(Exit.FAILED, "--dry-run says what --sync would remove; give both");
    }
    if (sync && where.cluster().isPresent()) {
      throw new Failure(
          Exit.FAILED,
          "--sync needs an index in a folder, where it is remembered which files were read; on a"
              + " cluster it is not. cuttings delete --origin PATH removes what was read from a"
              + " file");
    }
    if (sync && read.paths().contains("-")) {
      throw new Failure(Exit.FAILED, "--sync needs folders; standard input keeps no files");
    }
  }

  private StoryIndex open() throws IOException {
    Optional<RankingOptions> options = weighing.options();
    Optional<URI> cluster = where.cluster();
    if (cluster.isPresent()) {
      ClusterOptions asked = where.asked().people(read.people()).shards(shards).replicas(replicas);
      return ClusterIndex.connect(cluster.get(), options.map(asked::ranking).orElse(asked));
    }
    return options.isEmpty()
        ? StoryIndex.at(where.folder()).people(read.people()).open()
        : StoryIndex.at(where.folder()).people(read.people()).ranking(options.get()).open();
  }

  private void report(IndexRun run, IndexStats stats, long nanos) {
    if (json) {
      terminal.print(JsonLine.object(object -> figures(object, run, stats, nanos)));
    } else {
      tell(run, stats, nanos);
    }
    if (stats.bytes() == 0) {
      terminal.say("nothing to file was found; no index was made at " + Text.safe(where.place()));
    }
  }

  private void tell(IndexRun run, IndexStats stats, long nanos) {
    double seconds = nanos / 1e9;
    terminal.prose(
        String.format(
            Locale.ROOT,
            "%s read in %.1f s (%s a second)",
            Text.count(run.stories(), "story", "stories"),
            seconds,
            Text.number(Math.round(run.stories() / Math.max(seconds, 0.001)))));
    terminal.prose(
        "added "
            + Text.number(run.added())
            + ", replaced "
            + Text.number(run.replaced())
            + ", skipped "
            + Text.number(run.skipped().total())
            + kinds(run.skipped())
            + ", without a date "
            + Text.number(run.undated()));
    if (run.unchanged() > 0) {
      terminal.prose(
          Text.count(run.unchanged(), "file", "files")
              + " unchanged since last time and not read again; --force reads all");
    }
    if (run.removed() > 0) {
      terminal.prose(
          "removed "
              + Text.count(run.removed(), "story", "stories")
              + " of files that have gone or changed");
    }
    tell("files passed over: ", run.passedOver());
    run.passedOver().named("--rejects FILE names all").forEach(terminal::prose);
    tell("read otherwise than written: ", run.warnings());
    if (stats.bytes() > 0) {
      terminal.prose(
          terminal.ink().strong(Text.whole(Text.safe(where.place())))
              + " now holds "
              + Text.count(stats.stories(), "story", "stories")
              + " in "
              + Text.bytes(stats.bytes()));
    }
  }

  private void tell(String what, Problems problems) {
    if (problems.total() > 0) {
      terminal.prose(what + Text.number(problems.total()) + kinds(problems));
    }
  }

  private static String kinds(Problems problems) {
    StringBuilder kinds = new StringBuilder();
    for (Map.Entry<String, Long> kind : problems.counts().entrySet()) {
      kinds.append(kinds.isEmpty() ? " (" : ", ").append(Text.safe(kind.getKey())).append(" ");
      kinds.append(Text.number(kind.getValue()));
    }
    return kinds.isEmpty() ? "" : kinds.append(")").toString();
  }

  private static void figures(JsonGenerator object, IndexRun run, IndexStats stats, long nanos) {
    object.writeNumberProperty("read", run.stories());
    object.writeNumberProperty("added", run.added());
    object.writeNumberProperty("replaced", run.replaced());
    object.writeNumberProperty("removed", run.removed());
    object.writeNumberProperty("skipped", run.skipped().total());
    reasons(object, "skipped_reasons", run.skipped());
    object.writeNumberProperty("unchanged", run.unchanged());
    object.writeNumberProperty("passed_over", run.passedOver().total());
    reasons(object, "passed_over_reasons", run.passedOver());
    object.writeNumberProperty("warnings", run.warnings().total());
    reasons(object, "warning_reasons", run.warnings());
    object.writeNumberProperty("undated", run.undated());
    object.writeNumberProperty("stories", stats.stories());
    object.writeNumberProperty("bytes", stats.bytes());
    object.writeNumberProperty("took_ms", JsonLine.rounded(nanos / 1e6, 1));
  }

  private static void reasons(JsonGenerator object, String name, Problems problems) {
    object.writeObjectPropertyStart(name);
    problems.counts().forEach(object::writeNumberProperty);
    object.writeEndObject();
  }
}
