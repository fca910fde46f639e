package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.cuttings.bench.corpora.Corpus;
import news.cuttings.bench.corpora.EvalFolder;
import news.cuttings.bench.corpora.EvalSet;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.bench.quality.Archive;
import news.cuttings.bench.quality.Evaluation;
import news.cuttings.bench.quality.Measure;
import news.cuttings.bench.quality.Run;
import news.cuttings.bench.quality.Scores;
import news.cuttings.ranking.RankingOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how good answers are. */
@Command(
    name = "eval",
    abbreviateSynopsis = true,
    header = "Measure how good answers are, against human judgments and against Lucene by hand.",
    description = {
      "",
      "A SET is a folder with stories*, queries.tsv (or topics*) and qrels.txt, or, for more like"
          + " this, mlt-qrels.txt; or a BEIR folder. Without one, the invented news that comes"
          + " along. Measures follow trec_eval's rules; every other engine or run is compared with"
          + " the first by each of them: the difference, its 95 % interval by the bootstrap, p by"
          + " the paired randomisation test, and p corrected by Holm for there being many"
          + " comparisons.",
      "",
      "Measures are written as ir_measures writes them: nDCG, AP, P, R, RR, Rprec, Bpref, RBP, ERR,"
          + " Success, Judged, with a cutoff (nDCG@20, P@5) and parameters (P(rel=2)@5,"
          + " RBP(p=0.95), nDCG(dcg=exp-log2)@10, AP(judged_only=true)).",
      ""
    },
    footer = {
      "",
      "For example:  cuttings eval",
      "              cuttings eval --options ours.txt --options theirs.txt sets/news",
      "              cuttings eval --mlt --engine cuttings,lucene-one-field sets/news",
      "              cuttings eval --run ours.run --run theirs.run sets/news",
      "              cuttings eval -m nDCG@20,RBP,Bpref --csv sets/news",
      "              cuttings eval --among archive --among wire.jsonl.gz sets/news"
    })
final class EvalVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "SET", description = "Folders of judged stories.")
  private List<Path> folders = List.of();

  @Option(
      names = "--mlt",
      description = "Measure more like this; without it both, where a set has both.")
  private boolean like;

  @Option(
      names = "--among",
      paramLabel = "PATH",
      description =
          "Put the sets into one index with each other and with the stories in this file or folder,"
              + " as a real archive has them: what is not of a set is wrong in it; may be given"
              + " again.")
  private List<Path> among = List.of();

  @Option(
      names = "--engine",
      paramLabel = "NAME,…",
      split = ",",
      description =
          "cuttings, cuttings-people-given, cuttings-people-off, lucene-two-fields,"
              + " lucene-one-field; default: cuttings and both of Lucene by hand.")
  private List<String> engines = List.of("cuttings", "lucene-two-fields", "lucene-one-field");

  @Option(
      names = "--options",
      paramLabel = "FILE",
      description =
          "Weigh words as this file of name = value lines says; given several times, the library"
              + " runs with each, and the first is what others are compared with.")
  private List<Path> options = List.of();

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description = "Score this TREC run instead of engines; may be given again.")
  private List<Path> runs = List.of();

  @Option(
      names = "--stories",
      paramLabel = "PATH",
      description = "The stories; with --topics and --qrels instead of a SET.")
  private @Nullable Path stories;

  @Option(names = "--topics", paramLabel = "FILE", description = "The topics.")
  private @Nullable Path topics;

  @Option(names = "--qrels", paramLabel = "FILE", description = "The judgments.")
  private @Nullable Path qrels;

  @Option(
      names = "--write-run",
      paramLabel = "DIR",
      description = "Write each engine's run there, as SET.ENGINE.run.")
  private @Nullable Path written;

  @Option(names = "--per-topic", description = "Show every topic as well as the means.")
  private boolean perTopic;

  @Option(
      names = {"-m", "--measures"},
      paramLabel = "NAME,…",
      description = "What to measure; default: nDCG@10,MAP,P@10,R@100,MRR,Judged@10.")
  private List<String> wanted = List.of();

  @Option(names = "--json", description = "Print each engine's figures as one JSON object.")
  private boolean json;

  @Option(names = "--csv", description = "Print comma-separated values with a row of names.")
  private boolean csv;

  EvalVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (json && csv) {
      throw new Failure(Exit.FAILED, "--json and --csv: one of the two");
    }
    List<Measure> measures = measures();
    List<Contender> contenders = contenders();
    EvalReport report = report();
    Measuring measuring = among.isEmpty() ? new Alone(sets()) : new InArchive(archive());
    for (int number = 0; number < measuring.sets().size(); number++) {
      EvalSet set = measuring.sets().get(number);
      EvalNotes notes = new EvalNotes(terminal, set);
      notes.judgments();
      Map<String, Map<String, String>> settings = new LinkedHashMap<>();
      List<Scores> scores = new ArrayList<>();
      if (runs.isEmpty()) {
        for (Contender contender : contenders) {
          Evaluation.Made made = measuring.run(contender, number);
          settings.put(made.run().tag(), made.options());
          write(set, made.run());
          scores.add(score(made.run(), set, measures));
        }
        notes.topicsWithoutText();
      } else {
        List<Run> read = RunFiles.read(runs);
        for (int i = 0; i < read.size(); i++) {
          scores.add(score(read.get(i), set, measures));
          notes.run(runs.get(i), scores.get(i).coverage());
        }
      }
      scores.forEach(one -> notes.coverage(one, runs.isEmpty() ? set.missing() : 0));
      report.set(EvalReport.Measured.of(set, scores, settings));
    }
    report.end();
    return Exit.DONE;
  }

  private EvalReport report() {
    return csv
        ? new EvalCsv(terminal, perTopic)
        : json ? new EvalJson(terminal, perTopic) : new EvalText(terminal, perTopic);
  }

  private List<Measure> measures() {
    try {
      List<Measure> chosen =
          wanted.stream().flatMap(list -> Measure.list(list).stream()).distinct().toList();
      return chosen.isEmpty() ? Measure.USUAL : chosen;
    } catch (IllegalArgumentException e) {
      throw new Failure(Exit.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private static Scores score(Run run, EvalSet set, List<Measure> measures) {
    try {
      return Evaluation.score(run, set, measures);
    } catch (IllegalArgumentException e) {
      throw new Failure(Exit.FAILED, set.name() + ": " + e.getMessage());
    }
  }

  /** An engine, and the options it runs with; null where it runs with its own. */
  private record Contender(EngineKind kind, @Nullable RankingOptions options, String name) {}

  /** Where the sets are measured. */
  private interface Measuring {
    List<EvalSet> sets();

    Evaluation.Made run(Contender contender, int set) throws IOException;
  }

  /** Each in an index of its own. */
  private record Alone(List<EvalSet> sets) implements Measuring {
    @Override
    public Evaluation.Made run(Contender contender, int set) throws IOException {
      return Evaluation.run(contender.kind, contender.options, contender.name, sets.get(set));
    }
  }

  /** All in one, which each engine files once. */
  private static final class InArchive implements Measuring {
    private final Archive archive;
    private final Map<Contender, List<Evaluation.Made>> runs = new HashMap<>();

    InArchive(Archive archive) {
      this.archive = archive;
    }

    @Override
    public List<EvalSet> sets() {
      return archive.sets();
    }

    @Override
    public Evaluation.Made run(Contender contender, int set) throws IOException {
      List<Evaluation.Made> made = runs.get(contender);
      if (made == null) {
        made = archive.runs(contender.kind, contender.options, contender.name);
        runs.put(contender, made);
      }
      return made.get(set);
    }
  }

  private Archive archive() throws IOException {
    if (!runs.isEmpty()) {
      throw new Failure(Exit.FAILED, "--among and --run: a run is scored as it is; one of the two");
    }
    List<EvalSet> sets = sets();
    if (folders.stream().map(EvalVerb::name).distinct().count() < folders.size()) {
      throw new Failure(Exit.FAILED, "--among: two of the sets have one name; rename a folder");
    }
    for (Path path : among) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
    }
    return new Archive(sets, Corpus.of("others", among));
  }

  private static String name(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  private List<Contender> contenders() throws IOException {
    List<Contender> contenders = new ArrayList<>();
    for (EngineKind kind : engines.stream().map(EvalVerb::kind).toList()) {
      if (options.isEmpty() || !kind.takesOptions()) {
        contenders.add(new Contender(kind, null, kind.label()));
        continue;
      }
      for (Path file : options) {
        String name = kind.label() + ":" + forRun(String.valueOf(file.getFileName()));
        boolean taken = contenders.stream().anyMatch(one -> one.name().equals(name));
        contenders.add(
            new Contender(
                kind, RankingOptions.read(file), taken ? name + "-" + contenders.size() : name));
      }
    }
    return contenders;
  }

  static EngineKind kind(String name) {
    return EngineKind.of(name)
        .orElseThrow(() ->
            new Failure(
                Exit.FAILED,
                "there is no engine \"" + name + "\"; there are " + EngineKind.labels()));
  }

  private List<EvalSet> sets() throws IOException {
    Path judgments = qrels;
    if (judgments != null) {
      return List.of(given(judgments));
    }
    List<EvalSet> sets = new ArrayList<>();
    for (Path path : folders.isEmpty() ? List.of(TestData.folder("stories")) : folders) {
      sets.addAll(in(EvalFolder.of(path)));
    }
    return sets;
  }

  private List<EvalSet> in(EvalFolder folder) throws IOException {
    List<EvalSet> sets = new ArrayList<>();
    if (!like && folder.hasSearch()) {
      sets.add(folder.search());
    }
    if (folder.hasLike()) {
      sets.add(folder.like());
    }
    if (sets.isEmpty()) {
      String wanted = like ? "no mlt-qrels.txt" : "neither qrels.txt nor mlt-qrels.txt";
      throw new Failure(Exit.FAILED, folder.name() + ": " + wanted + " in it");
    }
    return sets;
  }

  private EvalSet given(Path judgments) throws IOException {
    String name = String.valueOf(judgments.getFileName());
    Corpus corpus = Corpus.of(name, Optional.ofNullable(stories).stream().toList());
    if (stories == null && runs.isEmpty()) {
      throw new Failure(Exit.FAILED, "with --qrels, --stories is needed too, or a --run");
    }
    if (like) {
      return EvalSet.like(name, corpus, judgments);
    }
    Path questions = topics;
    if (questions == null) {
      return EvalSet.judgments(name, judgments);
    }
    return EvalSet.search(name, corpus, questions, judgments);
  }

  /** A name as a file or the tag of a run can have it. */
  private static String forRun(String name) {
    return name.replaceAll("[^A-Za-z0-9.-]+", "-");
  }

  private void write(EvalSet set, Run run) throws IOException {
    Path folder = written;
    if (folder != null) {
      Files.createDirectories(folder);
      String file = forRun(set.name()) + "." + forRun(run.tag()) + ".run";
      run.write(folder.resolve(file));
    }
  }
}
