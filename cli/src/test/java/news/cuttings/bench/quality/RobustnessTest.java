package news.cuttings.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.cuttings.IndexBuilder;
import news.cuttings.StoryIndex;
import news.cuttings.bench.corpora.EvalSet;
import news.cuttings.bench.corpora.Topic;
import news.cuttings.bench.engines.Ranked;
import news.cuttings.people.People;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers are as good however the index came about: in many commits or one, with stories removed
 * that are not merged away yet, with people or without. {@code core/RELEVANCE.md} has the figures.
 */
@Tag("ci")
class RobustnessTest {
  /** What nDCG@10 may change by: the statistics of words then are those of other stories too. */
  private static final double STATED = 0.02;

  private static final int DEPTH = 100;
  private static final String OTHER = " again";

  private static List<ExpectedFiguresTest.Case> cases() {
    return ExpectedFiguresTest.cases().toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAreAsGoodHoweverTheIndexCameAbout(ExpectedFiguresTest.Case of) throws IOException {
    EvalSet set = of.set();
    List<Story> stories = new ArrayList<>();
    set.corpus().each(stories::add);
    try (StoryIndex index = StoryIndex.inMemory()) {
      index.addAll(stories);
      settle(index, set);
      Run once = run(index, set);
      try (StoryIndex other = StoryIndex.inMemory()) {
        addInParts(other, withOthers(stories));
        settle(other, set);
        removeOthers(other, stories);
        Run unmerged = run(other, set);
        tell(set, "others removed, not merged", quality(unmerged, set), quality(once, set));
        settle(other, set);
        Run merged = run(other, set);
        tell(set, "others removed and merged away", quality(merged, set), quality(once, set));
        assertThat(ids(merged)).isEqualTo(ids(once));
      }
      try (StoryIndex nobody = IndexBuilder.inMemory().people(People.off()).open()) {
        nobody.addAll(stories);
        settle(nobody, set);
        tell(set, "without people", quality(run(nobody, set), set), quality(once, set));
      }
    }
  }

  private static void tell(EvalSet set, String how, double has, double usual) {
    String line =
        String.format(Locale.ROOT, "%s, %s: nDCG@10 %.4f for %.4f", set.name(), how, has, usual);
    System.out.println(line);
    assertThat(has).as(how).isCloseTo(usual, within(STATED));
  }

  private static double quality(Run run, EvalSet set) {
    return Evaluation.score(run, set).mean(Measure.NDCG_10);
  }

  /** As {@link Evaluation} does, and into one segment besides. */
  private static void settle(StoryIndex index, EvalSet set) throws IOException {
    index.commit();
    index.maintenance().optimize(1);
    if (!set.isLike()) {
      index.refresh();
    }
  }

  /** A segment and more a commit. */
  private static void addInParts(StoryIndex index, List<Story> stories) throws IOException {
    int size = Math.max(1, stories.size() / 20);
    for (int from = 0; from < stories.size(); from += size) {
      index.addAll(stories.subList(from, Math.min(from + size, stories.size())));
      index.commit();
    }
  }

  /** Each ninth story is there once more, under another id. */
  private static List<Story> withOthers(List<Story> stories) {
    List<Story> all = new ArrayList<>();
    for (Story story : stories) {
      all.add(story);
      if (all.size() % 10 == 9) {
        all.add(story.toBuilder().id(story.id() + OTHER).build());
      }
    }
    return all;
  }

  private static void removeOthers(StoryIndex index, List<Story> stories) throws IOException {
    for (Story story : stories) {
      index.delete(story.id() + OTHER);
    }
    index.commit();
  }

  private static Run run(StoryIndex index, EvalSet set) throws IOException {
    Map<String, List<Ranked>> answers = new LinkedHashMap<>();
    for (Topic topic : set.topics()) {
      Results results =
          set.isLike()
              ? index.moreLike(Like.id(topic.text()).limit(20).copies(true).idsOnly())
              : index.search(StoryQuery.words(topic.text()).limit(DEPTH).idsOnly());
      answers.put(
          topic.id(),
          results.hits().stream().map(hit -> new Ranked(hit.id(), hit.score())).toList());
    }
    return new Run("cuttings", answers);
  }

  private static List<List<String>> ids(Run run) {
    return run.answers().keySet().stream().map(run::of).toList();
  }
}
