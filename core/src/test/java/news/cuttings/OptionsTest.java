package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import news.cuttings.people.People;
import news.cuttings.query.Hit;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An index keeps the options it was made with. */
@ExtendWith(RandomStories.Injected.class)
class OptionsTest {
  private static final RankingOptions OTHER =
      RankingOptions.DEFAULT.with("k1", "0.9").with("headline_weight", "9").with("b", "0.2");

  private static final RankingOptions STANDARD =
      RankingOptions.DEFAULT.with(RankingOptions.Analysis.STANDARD);

  @TempDir private Path folder;

  @Test
  void anIndexIsAskedWithItsOwn(RandomStories random) throws IOException {
    List<Story> stories = random.list(100);
    StoryQuery query = StoryQuery.words(random.words(3)).limit(50);
    List<String> expected;
    try (StoryIndex index = IndexBuilder.inMemory().people(Filed.people()).ranking(OTHER).open()) {
      index.addAll(stories);
      index.commit();
      expected = scores(index, query);
      assertThat(index.options()).isEqualTo(OTHER);
    }
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).ranking(OTHER).open()) {
      index.addAll(stories.subList(0, 50));
      index.commit();
    }
    try (StoryIndex index =
        StoryIndex.at(folder).people(Filed.people()).open()) { // says nothing of options
      index.addAll(stories.subList(50, 100));
      index.commit();
      assertThat(scores(index, query)).isEqualTo(expected);
    }
    try (StoryIndex index = StoryIndex.openReadOnly(folder)) {
      assertThat(scores(index, query)).isEqualTo(expected);
      assertThat(index.options()).isEqualTo(OTHER);
    }
    try (StoryIndex usual = Filed.of(stories)) {
      assertThat(scores(usual, query)).isNotEqualTo(expected);
    }
  }

  @Test
  void moreLikeThisWeighsAsTheIndexDoes() throws IOException {
    String body = "Bread, milk and cheese. Bread, milk and cheese. Bread, milk and cheese.";
    List<Story> stories =
        List.of(
            Story.builder().id("a").headline("Zeppelin").body(body).build(),
            Story.builder().id("b").headline("Zeppelin").body(body).build());
    assertThat(chosenFirst(stories, "headline_weight", "100")).isEqualTo("Zeppelin");
    assertThat(chosenFirst(stories, "headline_weight", "1")).isNotEqualTo("Zeppelin");
  }

  private static String chosenFirst(List<Story> stories, String name, String value)
      throws IOException {
    RankingOptions options = RankingOptions.DEFAULT.with(name, value);
    try (StoryIndex index =
        IndexBuilder.inMemory().people(Filed.people()).ranking(options).open()) {
      index.addAll(stories);
      index.commit();
      String words = index.moreLike("a").interpretation().split("by its words ", 2)[1];
      return words.split("[ ,]", 2)[0];
    }
  }

  @Test
  void othersAreRefused(RandomStories random) throws IOException {
    file(random.list(3));
    assertThatThrownBy(
            () -> StoryIndex.at(folder).people(Filed.people()).ranking(OTHER).open().close())
        .isInstanceOf(IncompatibleIndexException.class)
        .hasMessageContaining("k1 3.0 and not 0.9")
        .hasMessageContaining("IndexBuilder.forRebuilding");
    StoryIndex.at(folder).people(Filed.people()).ranking(RankingOptions.DEFAULT).open().close();
  }

  @Test
  void anIndexMadeMeanwhileWithOthersIsRefused(RandomStories random) throws IOException {
    try (StoryIndex late = StoryIndex.at(folder).people(Filed.people()).ranking(OTHER).open()) {
      file(random.list(3));
      assertThatThrownBy(() -> late.add(random.list(1).getFirst()))
          .isInstanceOf(IncompatibleIndexException.class);
    }
  }

  @Test
  void rebuildWeighsAnew(RandomStories random) throws IOException {
    List<Story> stories = random.list(100);
    StoryQuery query = StoryQuery.words(random.words(3)).limit(50);
    file(stories);
    List<String> expected;
    try (StoryIndex index = IndexBuilder.inMemory().people(Filed.people()).ranking(OTHER).open()) {
      index.addAll(stories);
      index.commit();
      expected = scores(index, query);
    }
    try (StoryIndex reader = StoryIndex.openReadOnly(folder);
        StoryIndex index =
            StoryIndex.at(folder).people(Filed.people()).ranking(OTHER).forRebuilding().open()) {
      List<String> before = scores(reader, query);
      assertThat(scores(index, query)).isEqualTo(before);
      assertThatThrownBy(
              () -> {
                index.add(stories.getFirst());
                index.commit();
              })
          .isInstanceOf(IllegalStateException.class);
      index.maintenance().rebuild();
      index.add(stories.getFirst());
      index.maintenance().optimize(1); // BM25 counts the stories removed until they are merged away
      assertThat(scores(index, query)).isEqualTo(expected);
      assertThat(scores(reader, query)).isEqualTo(before);
      reader.refresh();
      assertThat(scores(reader, query)).isEqualTo(expected);
    }
  }

  @Test
  void aRebuildThatFailsChangesNothing(RandomStories random) throws IOException {
    List<Story> stories = random.list(100);
    file(stories);
    List<String> before;
    StoryQuery query = StoryQuery.words(random.words(3)).limit(50);
    try (StoryIndex index = StoryIndex.openReadOnly(folder)) {
      before = scores(index, query);
    }
    AtomicInteger read = new AtomicInteger();
    People failing =
        People.with(text -> {
          if (read.incrementAndGet() > 20) {
            throw new IllegalStateException("no more names");
          }
          return List.of();
        });
    try (StoryIndex index =
        StoryIndex.at(folder).people(failing).ranking(OTHER).forRebuilding().open()) {
      assertThatThrownBy(index.maintenance()::rebuild).hasStackTraceContaining("no more names");
    }
    try (StoryIndex index =
        StoryIndex.at(folder).people(Filed.people()).ranking(RankingOptions.DEFAULT).open()) {
      assertThat(scores(index, query)).isEqualTo(before);
    }
  }

  @Test
  void standardWordsAreNeitherStemmedNorFolded() throws IOException {
    try (StoryIndex index =
        IndexBuilder.inMemory().people(Filed.people()).ranking(STANDARD).open()) {
      index.add(Story.builder().id("a").headline("Migrating geese").body("Café O’Neill.").build());
      index.add(Story.builder().id("b").body("A migration of the US cafe.").build());
      index.commit();
      assertThat(found(index, "migration")).containsExactly("b");
      assertThat(found(index, "MIGRATING")).containsExactly("a");
      assertThat(found(index, "café")).containsExactly("a");
      assertThat(found(index, "CAFÉ*")).containsExactly("a");
      assertThat(found(index, "migrat*")).containsExactlyInAnyOrder("a", "b");
      assertThat(found(index, "\"the us cafe\"")).containsExactly("b");
      assertThat(found(index, "geeze~")).containsExactly("a");
      Hit hit = index.search(StoryQuery.parse("migrating")).first();
      assertThat(hit.title().marks()).hasSize(1);
      assertThat(index.search(StoryQuery.parse("migration")).first().snippet().marks()).hasSize(1);
    }
  }

  private static List<String> found(StoryIndex index, String query) throws IOException {
    return Filed.ids(index, StoryQuery.parse(query));
  }

  private void file(List<Story> stories) throws IOException {
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).open()) {
      index.addAll(stories);
    }
  }

  private static List<String> scores(StoryIndex index, StoryQuery query) throws IOException {
    return index.search(query).hits().stream().map(hit -> hit.id() + " " + hit.score()).toList();
  }
}
