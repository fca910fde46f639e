package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import news.cuttings.bench.Bench;
import news.cuttings.bench.corpora.CorpusSource;
import news.cuttings.bench.corpora.EvalFolder;
import news.cuttings.bench.corpora.QueryClass;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.bench.report.HtmlReport;
import news.cuttings.bench.results.Tree;
import news.cuttings.bench.timing.BenchPlan;
import news.cuttings.bench.timing.BenchPlan.Effort;
import news.cuttings.bench.timing.PipeBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how fast answers are. */
@Command(
    name = "bench",
    abbreviateSynopsis = true,
    header = "Measure how fast answers are, beside Lucene by hand.",
    description = {
      "",
      "Draws questions from the stories by a seed, files the stories with each engine in JVMs of"
          + " their own, compares the hits, and asks turn about. Times are of the thread's CPU"
          + " unless they say wall. Writes bench.json, bench.html and, of every single time,"
          + " rows.tsv.gz.",
      ""
    },
    footer = {
      "",
      "For example:  cuttings bench --quick",
      "              cuttings bench --generate 10000,100000 --forks 1",
      "              cuttings bench compare before/bench.json after/bench.json"
    })
final class BenchVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final WeighingOption weighing = new WeighingOption();

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Stories, one corpus a path; none: the invented news that comes along.")
  private List<Path> paths = List.of();

  @Option(
      names = "--generate",
      paramLabel = "N,…",
      split = ",",
      description = "Invent so many stories instead; several sizes show growth.")
  private List<Long> generated = List.of();

  @Option(
      names = "--engine",
      paramLabel = "NAME,…",
      split = ",",
      description = "The engines; the first is compared with each of the others.")
  private List<String> engines = List.of("cuttings", "lucene-two-fields", "lucene-one-field");

  @Option(
      names = "--class",
      paramLabel = "NAME,…",
      split = ",",
      description = "Only these classes of questions: term_frequent, or_2, more_like_this, …")
  private List<QueryClass> classes = List.of(QueryClass.values());

  @Option(names = "--quick", description = "One JVM an engine, few rounds: about a minute.")
  private boolean quick;

  @Option(names = "--forks", paramLabel = "COUNT", description = "JVMs an engine (default: 3).")
  private @Nullable Integer forks;

  @Option(names = "--rounds", paramLabel = "COUNT", description = "Rounds a JVM (default: 5).")
  private @Nullable Integer rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description = "Time before the first round (default: 8).")
  private @Nullable Double warm;

  @Option(
      names = "--as-filed",
      description =
          "Ask without putting the segments together into one: as many as filing has left.")
  private boolean asFiled;

  @Option(names = "--seed", paramLabel = "NUMBER", description = "Draws other questions.")
  private long seed = 42;

  @Option(
      names = "--eval",
      paramLabel = "SET",
      description =
          "Judged stories, as eval takes them, the quality on which goes into the report too"
              + " (default: the invented news, and each PATH that has judgments).")
  private List<Path> sets = List.of();

  @Option(
      names = "--against",
      paramLabel = "CMD",
      description =
          "Ask this command too, by the protocol of cuttings engine; it has filed the same stories"
              + " already (--write-stories). Both sides are timed through a pipe, and how many"
              + " stories match is compared.")
  private @Nullable String against;

  @Option(
      names = "--write-stories",
      paramLabel = "FILE",
      description = "Only write the stories as JSON lines (id, text), for another engine to file.")
  private @Nullable Path export;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write (default: cuttings-bench).")
  private Path out = Path.of("cuttings-bench");

  @Option(names = "--json", description = "Print the results as one JSON object, no table.")
  private boolean json;

  BenchVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path file = export;
    if (file != null) {
      PipeBench.write(CorpusSource.read(corpora().get(0)), file);
      return Exit.DONE;
    }
    Files.createDirectories(out);
    String other = against;
    Tree results =
        other == null
            ? Bench.run(plan(), this::tell)
            : PipeBench.run(corpora().get(0), other, seed, effort(), this::tell);
    Path written = out.resolve("bench.json");
    results.write(written);
    Files.writeString(out.resolve("bench.html"), HtmlReport.of(results));
    if (json) {
      terminal.print(results.json());
    } else {
      new BenchTable(terminal).print(results);
    }
    terminal.say("written: " + Text.safe(written.toString()) + " and bench.html beside it");
    return Exit.DONE;
  }

  private void tell(String what) {
    terminal.say(terminal.errorInk().faint(Text.safe(what)));
  }

  private BenchPlan plan() throws IOException {
    List<EngineKind> kinds = engines.stream().map(EvalVerb::kind).distinct().toList();
    return new BenchPlan(
        corpora(),
        kinds,
        classes,
        effort(),
        asFiled,
        seed,
        judged(),
        weighing.file().orElse(null),
        out.resolve("rows.tsv.gz"));
  }

  private List<Path> judged() throws IOException {
    if (!sets.isEmpty()) {
      return sets;
    }
    List<Path> judged = new ArrayList<>(TestData.find("stories").stream().toList());
    for (Path path : paths) {
      if (Files.isDirectory(path) && !isIn(judged, path)) {
        EvalFolder folder = EvalFolder.of(path);
        if (folder.hasSearch() || folder.hasLike()) {
          judged.add(path);
        }
      }
    }
    return judged;
  }

  private static boolean isIn(List<Path> folders, Path folder) throws IOException {
    for (Path one : folders) {
      if (Files.isSameFile(one, folder)) {
        return true;
      }
    }
    return false;
  }

  private List<String> corpora() {
    List<String> corpora = new ArrayList<>();
    for (long stories : generated) {
      atLeastOne("--generate", (int) Math.min(stories, Integer.MAX_VALUE));
      corpora.add(CorpusSource.generated(stories, seed));
    }
    paths.forEach(path -> corpora.add(path.toString()));
    if (corpora.isEmpty()) {
      corpora.add(TestData.folder("stories").toString());
    }
    return corpora;
  }

  private static void atLeastOne(String option, @Nullable Integer number) {
    if (number != null && number < 1) {
      throw new Failure(Exit.FAILED, option + " must be 1 or more, got " + number);
    }
  }

  private Effort effort() {
    atLeastOne("--forks", forks);
    atLeastOne("--rounds", rounds);
    Effort usual = quick ? Effort.QUICK : Effort.USUAL;
    return new Effort(
        forks == null ? usual.forks() : forks,
        rounds == null ? usual.rounds() : rounds,
        warm == null ? usual.warmSeconds() : warm,
        usual.loadSeconds(),
        usual.refreshes());
  }
}
