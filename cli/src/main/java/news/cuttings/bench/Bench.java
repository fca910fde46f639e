package news.cuttings.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import news.cuttings.bench.corpora.Corpus;
import news.cuttings.bench.corpora.CorpusSource;
import news.cuttings.bench.corpora.EvalFolder;
import news.cuttings.bench.corpora.EvalSet;
import news.cuttings.bench.corpora.QuerySets;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.bench.engines.TempFolder;
import news.cuttings.bench.quality.Comparison;
import news.cuttings.bench.quality.Evaluation;
import news.cuttings.bench.quality.Measure;
import news.cuttings.bench.quality.Scores;
import news.cuttings.bench.results.BadFileException;
import news.cuttings.bench.results.Statistics;
import news.cuttings.bench.results.Tree;
import news.cuttings.bench.timing.BenchPlan;
import news.cuttings.bench.timing.Contest;
import news.cuttings.bench.timing.Machine;
import news.cuttings.bench.timing.RawTimes;
import news.cuttings.bench.timing.Standing;
import news.cuttings.ranking.RankingOptions;
import org.jspecify.annotations.Nullable;

/** Carries out a {@link BenchPlan}. */
public final class Bench {
  private final BenchPlan plan;
  private final Consumer<String> progress;

  private Bench(BenchPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Measures; takes from a minute to hours.
   *
   * @param progress told what is being done
   * @return the results, as they are written to disk
   */
  public static Tree run(BenchPlan plan, Consumer<String> progress) throws IOException {
    return new Bench(plan, progress).run();
  }

  private Tree run() throws IOException {
    BenchPlan.Effort effort = plan.effort();
    List<EvalSet> sets = sets(); // first: a missing file is told before an hour of measuring
    Path file = plan.options();
    RankingOptions options = file == null ? null : RankingOptions.read(file); // likewise
    Map<String, Object> machine = Machine.describe();
    List<Object> corpora = new ArrayList<>();
    try (RawTimes rows = new RawTimes(plan.rows())) {
      for (String source : plan.corpora()) {
        corpora.add(corpus(source, rows));
      }
    }
    List<Object> quality = new ArrayList<>();
    for (EvalSet set : sets) {
      quality.addAll(quality(set, options));
    }
    return new Tree(
        Tree.map(
            "machine",
            machine,
            "settings",
            Tree.map(
                "forks", effort.forks(),
                "rounds", effort.rounds(),
                "warm_s", effort.warmSeconds(),
                "load_s", effort.loadSeconds(),
                "segments", plan.asFiled() ? "as filed" : "one",
                "seed", plan.seed()),
            "corpora",
            corpora,
            "quality",
            quality));
  }

  private Map<String, Object> corpus(String source, RawTimes rows) throws IOException {
    Corpus corpus = CorpusSource.read(source);
    progress.accept("drawing questions from " + corpus.name());
    QuerySets.Drawn drawn = QuerySets.draw(corpus, plan.seed());
    if (drawn.stories() == 0) {
      throw new BadFileException(corpus.name() + ": no story in it");
    }
    drawn.tasks().keySet().retainAll(plan.classes());
    try (TempFolder folder = new TempFolder()) {
      Path tasks = folder.path().resolve("tasks.tsv");
      QuerySets.write(drawn.tasks(), tasks);
      Contest contest = new Contest(plan, corpus.name(), source, drawn.tasks(), rows, progress);
      for (int fork = 0; fork < plan.effort().forks(); fork++) {
        Path indices = Files.createDirectory(folder.path().resolve("fork-" + fork));
        contest.fork(fork, indices, tasks);
        TempFolder.remove(indices);
      }
      Map<String, Object> figures =
          Tree.map(
              "name", corpus.name(),
              "stories", drawn.stories(),
              "text_characters", drawn.characters(),
              "engines", contest.engines(),
              "classes", contest.classes());
      figures.put("standing", Standing.trees(figures));
      return figures;
    }
  }

  private List<EvalSet> sets() throws IOException {
    List<EvalSet> sets = new ArrayList<>();
    for (Path path : plan.sets()) {
      EvalFolder folder = EvalFolder.of(path);
      if (folder.hasSearch()) {
        sets.add(folder.search());
      }
      if (folder.hasLike()) {
        sets.add(folder.like());
      }
    }
    return sets;
  }

  private List<Object> quality(EvalSet set, @Nullable RankingOptions options) throws IOException {
    progress.accept("measuring the quality of answers on " + set.name());
    List<Object> figures = new ArrayList<>();
    Scores first = null;
    for (EngineKind kind : plan.engines()) {
      Scores scores = Evaluation.score(Evaluation.run(kind, options, kind.label(), set).run(), set);
      Statistics.Interval interval = Statistics.interval(scores.of(Measure.NDCG_10));
      Map<String, Object> line =
          Tree.map("set", set.name(), "engine", kind.label(), "topics", scores.topics().size());
      for (Measure measure : Measure.USUAL) {
        line.put(measure.label(), scores.mean(measure));
      }
      line.put("low", interval.low());
      line.put("high", interval.high());
      if (first == null) {
        first = scores;
      } else {
        line.put("compared", Comparison.of(scores, first, Measure.NDCG_10).tree(first.name()));
      }
      figures.add(line);
    }
    return figures;
  }
}
