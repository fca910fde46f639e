package news.cuttings.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import news.cuttings.Corpora;
import news.cuttings.Filed;
import news.cuttings.IndexBuilder;
import news.cuttings.StoryIndex;
import news.cuttings.formats.Collected;
import news.cuttings.formats.StoryFiles;
import news.cuttings.people.People;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * After updates a shard still counts words of what was replaced until it merges: how far scores and
 * order drift from a fresh index's, and that a purge brings them back.
 */
@Tag(Filed.CLUSTER)
class DriftTest {
  private static final int QUERIES = 100;
  private static final int HITS = 10;

  @Test
  void aThirdFiledAgainMovesScoresLittleAndPurgingMovesThemBack() throws IOException {
    List<Story> stories =
        Collected.of(
                StoryFiles.byContent(), Corpora.shared("reuters21578").resolve("reut2-000.sgm"))
            .stories();
    List<Story> again = new ArrayList<>();
    for (int i = 0; i < stories.size(); i += 3) {
      again.add(stories.get(i));
    }
    try (StoryIndex here = IndexBuilder.inMemory().people(People.given()).open();
        StoryIndex there =
            ClusterIndex.connect(
                TestCluster.shared().newIndex(), TestCluster.options(People.given()))) {
      here.addAll(stories);
      here.commit();
      there.addAll(stories);
      there.commit();
      there.addAll(again);
      there.commit();
      Drift updated = drift(here, there, stories);
      there.maintenance().purge();
      Drift purged = drift(here, there, stories);
      String told =
          String.format(
              Locale.ROOT,
              "drift: a third of %,d stories filed again: scores by %.1f %% at the median, %.1f %%"
                  + " at most; %.0f %% of the first %d hits the same; purged: %.4f %%, %.0f %%%n",
              stories.size(),
              100 * updated.median(),
              100 * updated.most(),
              100 * updated.same(),
              HITS,
              100 * purged.most(),
              100 * purged.same());
      System.out.write(told.getBytes(StandardCharsets.UTF_8));
      assertThat(updated.same()).isGreaterThan(0.9);
      assertThat(purged.most()).isLessThan(1e-6);
      assertThat(purged.same()).isEqualTo(1);
    }
  }

  /** How far best scores are apart, and the share of hits that both have. */
  private record Drift(double median, double most, double same) {}

  private static Drift drift(StoryIndex here, StoryIndex there, List<Story> stories)
      throws IOException {
    List<Double> apart = new ArrayList<>();
    int both = 0;
    int all = 0;
    for (int i = 0; i < QUERIES; i++) {
      List<String> words =
          Stream.of(stories.get(i * 7 % stories.size()).body().split("[^\\p{L}]+"))
              .filter(word -> word.length() > 4)
              .limit(3)
              .toList();
      if (words.size() < 3) {
        continue; // a table
      }
      StoryQuery query = StoryQuery.words(String.join(" ", words)).limit(HITS);
      Results ours = here.search(query);
      Results theirs = there.search(query);
      double score = ours.first().score();
      apart.add(Math.abs(theirs.first().score() - score) / score);
      Set<String> ids = new HashSet<>(Filed.ids(ours));
      all += ids.size();
      ids.retainAll(Filed.ids(theirs));
      both += ids.size();
    }
    apart.sort(null);
    return new Drift(
        apart.get(apart.size() / 2), apart.getLast(), (double) both / Math.max(1, all));
  }
}
