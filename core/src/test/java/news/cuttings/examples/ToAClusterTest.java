package news.cuttings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.StoryIndex;
import news.cuttings.cluster.ClusterIndex;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The move to a cluster: every story of a folder's index is filed in the other one. */
class ToAClusterTest {
  @TempDir private Path folder;

  /** Compiled, and not run: there is no such node. */
  static void toACluster(Path from) throws IOException {
    URI cluster = URI.create("https://node1:9200,node2:9200/archive");
    try (StoryIndex here = StoryIndex.openReadOnly(from);
        StoryIndex there = ClusterIndex.connect(cluster)) {
      move(here, there);
    }
  }

  /** Gives every story to the other index, with its people as they were found. */
  private static StoryIndex.Changes move(StoryIndex from, StoryIndex to) throws IOException {
    try {
      from.export(story -> {
        try {
          to.add(story); // may be called again from the start: the same ids are the same stories
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return to.commit();
  }

  @Test
  void whatWasMovedIsTheSame() throws IOException {
    try (StoryIndex from = StoryIndex.open(folder);
        StoryIndex to = StoryIndex.inMemory()) {
      from.add(
          Story.builder()
              .body("Herring are late, said Guðrún Þórsdóttir.")
              .people(List.of(Person.given("Guðrún Þórsdóttir")))
              .build());
      from.add(Story.builder().id("b").body("Herring are back.").build());
      from.commit();
      assertThat(move(from, to)).isEqualTo(new StoryIndex.Changes(2, 0, 0));
      assertThat(move(from, to)).isEqualTo(new StoryIndex.Changes(0, 2, 0));
      assertThat(all(to)).isEqualTo(all(from)).hasSize(2);
    }
  }

  private static List<Story> all(StoryIndex index) throws IOException {
    List<Story> all = new ArrayList<>();
    index.export(all::add);
    return all;
  }
}
