package news.cuttings.bench.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.cuttings.bench.corpora.Corpus;
import news.cuttings.bench.corpora.EvalSet;
import news.cuttings.bench.corpora.Shape;
import news.cuttings.bench.corpora.Task;
import news.cuttings.bench.corpora.Topic;
import news.cuttings.bench.engines.Engine;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.bench.engines.Ranked;
import news.cuttings.bench.engines.TempFolder;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * Sets and other stories in one index, as a real archive has them: each set is asked its own
 * questions, and whatever is not its own is wrong. Only an exact copy of a right story, or of the
 * source, that another has brought is neither right nor wrong: it is left out of the hits. Stories
 * beside the sets that a set has already are not filed again. Immutable.
 */
public final class Archive {
  private final List<EvalSet> sets;
  private final Corpus others;

  /**
   * One of those sets among those stories.
   *
   * @param sets sets of the same {@linkplain Corpus#name name} share their stories
   */
  public Archive(List<EvalSet> sets, Corpus others) {
    this.sets = sets.stream().map(set -> set.named(set.name() + " among others")).toList();
    this.others = others;
  }

  /** The sets under the names that say where they were asked. */
  public List<EvalSet> sets() {
    return sets;
  }

  /**
   * Files all of it in a new index, and asks of each set what {@link Evaluation#run} asks.
   *
   * @return a run a set, in their order
   */
  public List<Evaluation.Made> runs(EngineKind kind, @Nullable RankingOptions options, String name)
      throws IOException {
    try (TempFolder folder = new TempFolder();
        Engine engine = kind.open(folder.path(), options)) {
      Filed filed = new Filed();
      Set<String> done = new HashSet<>();
      for (EvalSet set : sets) {
        if (done.add(set.corpus().name())) {
          engine.fill(filed.own(set.corpus()));
        }
      }
      engine.fill(filed.others(others));
      List<Evaluation.Made> runs = new ArrayList<>();
      for (EvalSet set : sets) {
        runs.add(new Evaluation.Made(filed.run(engine, set, name), engine.options()));
      }
      return runs;
    }
  }

  /** What was filed under which id, and the texts of it. */
  private static final class Filed {
    /** What a text is known by, by the id that its story was filed under. */
    private final Map<String, String> texts = new HashMap<>();

    /** The number of each set of stories, which its ids begin with. */
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private Corpus own(Corpus corpus) {
      numbers.put(corpus.name(), numbers.size());
      return each(corpus, id -> id(corpus, id), Set.of());
    }

    private Corpus others(Corpus corpus) {
      return each(corpus, id -> "o/" + id, Set.copyOf(texts.values()));
    }

    private String id(Corpus corpus, String id) {
      return Objects.requireNonNull(numbers.get(corpus.name())) + "/" + id;
    }

    /** Gives a new id. */
    private interface Naming {
      String of(String id);
    }

    private Corpus each(Corpus corpus, Naming naming, Set<String> without) {
      return Corpus.each(
          corpus.name(),
          to ->
              corpus.each(story -> {
                String text = text(story);
                if (!without.contains(text)) {
                  Story named = story.toBuilder().id(naming.of(story.id())).build();
                  texts.put(named.id(), text);
                  to.accept(named);
                }
              }));
    }

    /** The id that a story of that text has where nobody gave it another. */
    private static String text(Story story) {
      Story.Builder alone = Story.builder().body(story.body());
      story.headline().ifPresent(alone::headline);
      return alone.build().id();
    }

    private Run run(Engine engine, EvalSet set, String name) throws IOException {
      Map<String, List<Ranked>> answers = new LinkedHashMap<>();
      for (Topic topic : set.topics()) {
        Task task =
            set.isLike()
                ? Task.of(Shape.LIKE, id(set.corpus(), topic.text()))
                : Task.of(Shape.ANY, topic.text());
        List<Ranked> hits = engine.rank(task, set.isLike() ? Run.LIKE_DEPTH : Run.DEPTH);
        answers.put(topic.id(), judged(hits, set, topic.id()));
      }
      return new Run(name, answers);
    }

    /** The hits by the ids that the set knows them by, without copies of what is right. */
    private List<Ranked> judged(List<Ranked> hits, EvalSet set, String topic) {
      Set<String> right = new HashSet<>();
      right.add(textOf(set, topic)); // the source, where the topic is one
      set.qrels()
          .of(topic)
          .forEach((story, grade) -> {
            if (grade > 0) {
              right.add(textOf(set, story));
            }
          });
      String start = id(set.corpus(), "");
      List<Ranked> kept = new ArrayList<>();
      for (Ranked hit : hits) {
        if (hit.id().startsWith(start)) {
          kept.add(new Ranked(hit.id().substring(start.length()), hit.score()));
        } else if (!right.contains(texts.getOrDefault(hit.id(), ""))) {
          kept.add(new Ranked(foreign(hit.id(), set, topic), hit.score()));
        }
      }
      return kept;
    }

    private String textOf(EvalSet set, String story) {
      return texts.getOrDefault(id(set.corpus(), story), "none");
    }

    /** A name that no story of the set has, judged or not. */
    private String foreign(String id, EvalSet set, String topic) {
      String name = "~" + id;
      while (texts.containsKey(id(set.corpus(), name)) || set.qrels().of(topic).containsKey(name)) {
        name = "~" + name;
      }
      return name;
    }
  }
}
