package news.cuttings.bench.quality;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.cuttings.bench.corpora.EvalSet;
import news.cuttings.bench.corpora.Shape;
import news.cuttings.bench.corpora.Task;
import news.cuttings.bench.corpora.Topic;
import news.cuttings.bench.engines.Engine;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.bench.engines.Ranked;
import news.cuttings.bench.engines.TempFolder;
import news.cuttings.ranking.RankingOptions;
import org.jspecify.annotations.Nullable;

/** Makes an engine's {@link Run} over an {@link EvalSet}. */
public final class Evaluation {
  private Evaluation() {}

  /**
   * A run and the settings that it was made with.
   *
   * @param run the answers
   * @param options the engine's settings
   */
  public record Made(Run run, Map<String, String> options) {}

  /**
   * Files the set's stories in a new index and asks every topic, {@link Run#DEPTH} hits deep, with
   * those options where the engine takes any, the run under that name.
   */
  public static Made run(
      EngineKind kind, @Nullable RankingOptions options, String name, EvalSet set)
      throws IOException {
    try (TempFolder folder = new TempFolder();
        Engine engine = kind.open(folder.path(), options)) {
      engine.fill(set.corpus());
      Map<String, List<Ranked>> answers = new LinkedHashMap<>();
      Shape shape = set.isLike() ? Shape.LIKE : Shape.ANY;
      int depth = set.isLike() ? Run.LIKE_DEPTH : Run.DEPTH;
      for (Topic topic : set.topics()) {
        answers.put(topic.id(), engine.rank(Task.of(shape, topic.text()), depth));
      }
      return new Made(new Run(name, answers), engine.options());
    }
  }

  /** Scores a run on a set by the {@link Measure#USUAL usual} measures. */
  public static Scores score(Run run, EvalSet set) {
    return score(run, set, Measure.USUAL);
  }

  /** Scores a run on a set; in more like this the source is no hit, wherever the run has it. */
  public static Scores score(Run run, EvalSet set, List<Measure> measures) {
    return Scores.of(set.isLike() ? withoutSources(run) : run, set.qrels(), measures);
  }

  private static Run withoutSources(Run run) {
    Map<String, List<Ranked>> others = new LinkedHashMap<>();
    run.answers()
        .forEach((topic, hits) -> {
          Stream<Ranked> rest = hits.stream().filter(hit -> !hit.id().equals(topic));
          others.put(topic, rest.toList());
        });
    return new Run(run.tag(), others);
  }
}
