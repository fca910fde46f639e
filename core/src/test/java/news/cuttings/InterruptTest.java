package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller's thread that is interrupted gets its answer, and closes nothing for the others. */
class InterruptTest {
  private static final StoryQuery STORIES = StoryQuery.words("story").limit(1);

  @TempDir private Path folder;

  @AfterEach
  void clear() {
    assertThat(Thread.interrupted()).as("the mark is kept").isTrue();
  }

  private static void add(StoryIndex index, int number) throws IOException {
    index.add(Story.builder().id("s" + number).body("A story.").build());
    index.commit();
  }

  @Test
  void ofOneThatOpensRefreshesAndSearches() throws IOException {
    try (StoryIndex writer = StoryIndex.at(folder).people(Filed.people()).open()) {
      add(writer, 1);
      Thread.currentThread().interrupt();
      try (StoryIndex reader = StoryIndex.openReadOnly(folder)) {
        Results first = reader.search(STORIES);
        assertThat(first).hasSize(1);
        add(writer, 2);
        reader.refresh();
        assertThat(reader.maintenance().stats().stories()).isEqualTo(2);
        assertThat(reader.story("s2")).isPresent();
        assertThat(first.first().snippet().text()).contains("story");
      }
    }
  }

  @Test
  void ofOneThatGoesOnInACommitOfBefore() throws IOException {
    try (StoryIndex writer = StoryIndex.at(folder).people(Filed.people()).open()) {
      add(writer, 1);
      add(writer, 2);
      String cursor = writer.search(STORIES).cursor().orElseThrow();
      add(writer, 3);
      Thread.currentThread().interrupt();
      try (StoryIndex reader = StoryIndex.openReadOnly(folder)) {
        assertThat(reader.search(STORIES.after(cursor)).warnings()).isEmpty();
      }
    }
  }
}
