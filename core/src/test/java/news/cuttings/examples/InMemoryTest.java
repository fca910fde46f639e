package news.cuttings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import news.cuttings.StoryIndex;
import news.cuttings.query.Like;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

/** An application's own test, on an index that leaves nothing behind. */
class InMemoryTest {
  @Test
  void findsWhatItFiled() throws IOException {
    try (StoryIndex index = StoryIndex.inMemory()) {
      index.add(Story.builder().id("a").body("Herring are late in Bergen this year.").build());
      index.add(Story.builder().id("b").body("Herring are late, fishermen in Bergen say.").build());
      index.refresh();

      assertThat(index.search(StoryQuery.words("late herring"))).hasSize(2);
      assertThat(index.moreLike(Like.text("Why are the herring late?")).first().id())
          .isIn("a", "b");
    }
  }
}
