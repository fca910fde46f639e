package news.cuttings.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import news.cuttings.Filed;
import news.cuttings.StoryIndex;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The snippet of the cluster's documentation: compiled, and run. */
@Tag(Filed.CLUSTER)
class ClusterSnippetsTest {
  @Test
  void connect() throws IOException {
    URI address = TestCluster.shared().newIndex(); // https://search.example.org:9200/guardian
    Story story = Story.builder().headline("Talks on migration").body("They met.").build();
    // @start region="connect"
    try (StoryIndex index = ClusterIndex.connect(address)) {
      index.add(story);
      index.commit();

      Results hits = index.search(StoryQuery.parse("headline:migration"));
      // @end region="connect"
      assertThat(hits.first().id()).isEqualTo(story.id());
    }
  }
}
