package news.cuttings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import news.cuttings.StoryIndex;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader beside a writer, in this process or another, on a medium that may not be written. */
class ReadOnlyTest {
  @TempDir private Path folder;

  @Test
  void seesWhatIsCommittedOnceItRefreshes() throws IOException {
    try (StoryIndex writer = StoryIndex.open(folder)) {
      writer.add(Story.builder().body("Herring.").build());
      writer.commit();
      try (StoryIndex reader = StoryIndex.openReadOnly(folder)) {
        writer.add(Story.builder().body("More herring.").build());
        writer.commit();
        assertThat(reader.search(StoryQuery.words("herring"))).hasSize(1); // a point in time
        reader.refresh();
        assertThat(reader.search(StoryQuery.words("herring"))).hasSize(2);
      }
    }
  }
}
