package news.cuttings.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import news.cuttings.Filed;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stories that are together too long for one answer come in several. */
@Tag(Filed.CLUSTER)
class LongStoriesTest {
  private static final int STORIES = 60;

  private static ClusterIndex open(URI address, long longest) throws IOException {
    return ClusterIndex.connect(
        address, TestCluster.options(Filed.people()).longestAnswer(longest));
  }

  private static Story story(int number) {
    return Story.builder()
        .id("l" + (100 + number))
        .headline("Gravel " + number)
        .body(("Bonds " + number + " ").repeat(10_000))
        .build();
  }

  @Test
  void whatIsTooLongTogetherIsReadInParts() throws IOException {
    TestCluster cluster = TestCluster.shared();
    URI address = cluster.newIndex();
    List<Story> stories = IntStream.range(0, STORIES).mapToObj(LongStoriesTest::story).toList();
    try (ClusterIndex index = open(address, 1 << 20)) {
      index.addAll(stories);
      assertThat(index.commit().added()).isEqualTo(STORIES);
      index.addAll(stories); // looks what is known of each
      assertThat(index.commit().replaced()).isEqualTo(STORIES);
      Results found = index.search(StoryQuery.words("gravel").limit(STORIES));
      assertThat(found.hits()).hasSize(STORIES);
      for (Hit hit : found) {
        assertThat(hit.title().text()).startsWith("Gravel");
      }
      List<Story> all = new ArrayList<>();
      index.export(all::add);
      assertThat(all).isEqualTo(stories);
      index.rebuild();
      assertThat(index.story("l107")).contains(story(7));
    }
    try (ClusterIndex narrow = open(address, 50_000)) {
      assertThatThrownBy(() -> narrow.story("l107"))
          .isInstanceOf(ClusterException.class)
          .hasMessageContainingAll("http://127.0.0.1:", "more than");
    }
    cluster.ask("DELETE", address.getPath(), null);
  }

  @Test
  void aStoryOfManyTopicsIsFiledAndFound() throws IOException {
    TestCluster cluster = TestCluster.shared();
    URI address = cluster.newIndex();
    List<String> topics = IntStream.range(0, 100_000).mapToObj(i -> "topic" + i).toList();
    try (ClusterIndex index = open(address, 64 << 20)) {
      index.add(Story.builder().id("many").body("Gravel").topics(topics).build());
      index.commit();
      assertThat(Filed.ids(index, StoryQuery.parse("topics:topic99999"))).containsExactly("many");
      assertThat(index.story("many").orElseThrow().topics()).hasSize(100_000);
    }
    cluster.ask("DELETE", address.getPath(), null);
  }
}
