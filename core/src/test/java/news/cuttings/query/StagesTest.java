package news.cuttings.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.index.RankingOptions;
import news.cuttings.query.StoryQuery.Ranking;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What ranks beside BM25: the second stage, and recency. */
@ExtendWith(RandomStories.Injected.class)
class StagesTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 1, 31);

  /** A second stage for any two words, twenty stories deep. */
  private static final RankingOptions ALWAYS =
      RankingOptions.DEFAULT
          .with("feedback_words", "2")
          .with("feedback_coverage", "1")
          .with("feedback_depth", "20");

  @Test
  void pagesFollowOneAnother(RandomStories random) throws IOException {
    try (StoryIndex index = index(random.list(200), ALWAYS)) {
      for (int i = 0; i < 20; i++) {
        StoryQuery query = StoryQuery.words(random.words(2 + i % 6)).idsOnly();
        List<String> all = keys(index.search(query.limit(100)));
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        while (paged.size() < all.size()) {
          StoryQuery page = query.limit(Math.min(1 + i % 9, all.size() - paged.size()));
          Results found = index.search(cursor.isEmpty() ? page : page.after(cursor.get()));
          assertThat(found.warnings()).isEmpty();
          paged.addAll(keys(found));
          cursor = found.cursor();
        }
        assertThat(paged).as(query.interpretation()).isEqualTo(all);
      }
    }
  }

  @Test
  void theSameStoriesAreFoundWithAndWithout(RandomStories random) throws IOException {
    try (StoryIndex index = index(random.list(200), ALWAYS)) {
      for (int i = 0; i < 20; i++) {
        StoryQuery query = StoryQuery.words(random.words(6)).limit(200).idsOnly();
        assertThat(Filed.ids(index, query))
            .containsExactlyInAnyOrderElementsOf(Filed.ids(index, query.ranking(Ranking.PLAIN)));
      }
    }
  }

  @Test
  void plainIsOneStage(RandomStories random) throws IOException {
    List<Story> stories = random.list(200);
    RankingOptions never = ALWAYS.oneStage();
    int others = 0;
    try (StoryIndex staged = index(stories, ALWAYS);
        StoryIndex plain = index(stories, never)) {
      for (int i = 0; i < 20; i++) {
        StoryQuery query = StoryQuery.words(random.words(6)).limit(20);
        List<String> expected = keys(plain.search(query));
        assertThat(keys(staged.search(query.ranking(Ranking.PLAIN)))).isEqualTo(expected);
        others += keys(staged.search(query)).equals(expected) ? 0 : 1;
      }
    }
    assertThat(others).isPositive();
  }

  /** The story that has all of the words is what was asked for, whatever the others share. */
  @Test
  void aKnownStoryIsLeftFirst() throws IOException {
    String asked = "ferry captain rescued drifting kayak";
    List<Story> stories = new ArrayList<>();
    stories.add(
        Story.builder().id("known").body("A ferry captain rescued a drifting kayak.").build());
    for (int i = 0; i < 8; i++) {
      stories.add(Story.builder().id("o" + i).body("Ferry captain strike, day " + i + ".").build());
      stories.add(Story.builder().id("p" + i).body("Rain on a hill, day " + i + ".").build());
    }
    try (StoryIndex index = index(stories, RankingOptions.DEFAULT)) {
      StoryQuery query = StoryQuery.words(asked);
      assertThat(Filed.ids(index, query).getFirst()).isEqualTo("known");
      assertThat(keys(index.search(query)))
          .isEqualTo(keys(index.search(query.ranking(Ranking.PLAIN))));
    }
  }

  /** Two stories have as much of the query; the one that is like the best comes first. */
  @Test
  void whatIsLikeTheBestComesFirst() throws IOException {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      stories.add(
          Story.builder()
              .id("best" + i)
              .body("Mackerel quota dispute " + i + ": trawlers leave the harbour of Skagen.")
              .build());
    }
    stories.add(
        Story.builder()
            .id("like")
            .body("Quota: the trawlers of Skagen stay in the harbour.")
            .build());
    stories.add(
        Story.builder()
            .id("unlike")
            .body("Quota: the factory of milk opens a new window.")
            .build());
    for (int i = 0; i < 40; i++) {
      stories.add(Story.builder().id("p" + i).body("Rain on a hill, day " + i + ".").build());
    }
    try (StoryIndex index = index(stories, RankingOptions.DEFAULT)) {
      StoryQuery query = StoryQuery.words("mackerel quota dispute ministers brussels rain hill");
      List<String> staged = Filed.ids(index, query.limit(50));
      List<String> plain = Filed.ids(index, query.limit(50).ranking(Ranking.PLAIN));
      assertThat(plain.indexOf("like") - plain.indexOf("unlike")).isBetween(-1, 1);
      assertThat(staged.indexOf("like")).isLessThan(staged.indexOf("unlike"));
    }
  }

  @Test
  void anExplanationAddsUp(RandomStories random) throws IOException {
    try (StoryIndex index = index(random.list(200), ALWAYS)) {
      StoryQuery query =
          StoryQuery.words(random.words(5)).recency(Duration.ofDays(3), TODAY).explaining();
      for (Hit hit : index.search(query)) {
        double sum =
            hit.explanation().orElseThrow().parts().stream()
                .mapToDouble(Explanation.Part::score)
                .sum();
        assertThat(sum).isCloseTo(hit.score(), within(hit.score() * 1e-4));
      }
    }
  }

  @Test
  void recencyPrefersTheNew() throws IOException {
    List<Story> stories = new ArrayList<>();
    for (int age : List.of(0, 10, 30, 300)) {
      stories.add(story("a" + age).date(TODAY.minusDays(age)).build());
    }
    stories.add(story("none").build());
    stories.add(story("old").headline("Herring herring").date(TODAY.minusDays(5000)).build());
    try (StoryIndex index = index(stories, RankingOptions.DEFAULT)) {
      StoryQuery query = StoryQuery.words("herring");
      assertThat(Filed.ids(index, query).getFirst()).isEqualTo("old");
      List<Hit> hits = index.search(query.recency(Duration.ofDays(10), TODAY)).hits();
      List<String> ids = Filed.ids(hits);
      assertThat(ids.getFirst()).isEqualTo("a0");
      assertThat(ids).containsSubsequence("a0", "a10", "a30", "a300", "none");
      double none = hits.get(ids.indexOf("none")).score();
      double whole = hits.getFirst().score() - none;
      assertThat(hits.get(ids.indexOf("a10")).score() - none).isCloseTo(whole / 2, within(1e-4));
      assertThat(hits.get(ids.indexOf("a30")).score() - none).isCloseTo(whole / 4, within(1e-4));
    }
    assertThatThrownBy(() -> StoryQuery.words("x").recency(Duration.ofHours(3), TODAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a day or more");
  }

  private static Story.Builder story(String id) {
    return Story.builder().id(id).body("The herring fleet is in.");
  }

  private static StoryIndex index(List<Story> stories, RankingOptions options) throws IOException {
    StoryIndex index = StoryIndex.inMemory(Filed.people(), options);
    index.addAll(stories);
    index.commit();
    return index;
  }

  private static List<String> keys(Results results) {
    return results.hits().stream().map(hit -> hit.id() + " " + hit.score()).toList();
  }
}
