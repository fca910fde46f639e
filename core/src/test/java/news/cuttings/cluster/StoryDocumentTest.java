package news.cuttings.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import news.cuttings.Corpora;
import news.cuttings.RandomStories;
import news.cuttings.formats.Collected;
import news.cuttings.formats.StoryFiles;
import news.cuttings.index.Schema;
import news.cuttings.index.StoryFields;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sent to a cluster, without one. */
@ExtendWith(RandomStories.Injected.class)
class StoryDocumentTest {
  @Test
  void everyFieldIsSentAndMappedOrIsLocal(RandomStories random) throws IOException {
    List<Story> stories = new ArrayList<>(random.list(40));
    Path invented = Corpora.testdata("stories/stories-1.jsonl");
    stories.addAll(Collected.of(StoryFiles.byContent(), invented).stories());
    Json mapping =
        Json.read(Json.write(Mapping.index(ClusterOptions.standard(), RankingOptions.DEFAULT)));
    Set<String> mapped = mapping.at("mappings").at("properties").members().keySet();
    StoryFields maker = new StoryFields();
    Set<String> local = new TreeSet<>();
    for (Story story : stories) {
      List<IndexableField> fields = maker.of(story);
      Map<String, @Nullable Object> sent = StoryDocument.of(fields);
      assertThat(mapped).as(story.id()).containsAll(sent.keySet());
      for (IndexableField field : fields) {
        if (Schema.KINDS.get(field.name()) == Schema.Kind.LOCAL) {
          local.add(field.name());
        } else {
          assertThat(sent.keySet()).as(story.id()).anyMatch(name -> name.startsWith(field.name()));
        }
      }
    }
    assertThat(local).contains(Schema.COPIES);
  }

  @Test
  void manyLabelsTakeTimeByTheirNumber() {
    List<String> topics =
        IntStream.range(0, 300_000).mapToObj(i -> "topic " + i % 150_000).toList();
    Story story = Story.builder().id("1").body("Gravel").topics(topics).build();
    Map<String, @Nullable Object> sent =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), // quadratic it is minutes
            () -> StoryDocument.of(new StoryFields().of(story)));
    assertThat(Json.read(Json.write(sent)).at("topics_values").list())
        .hasSize(150_000)
        .startsWith(new Json("topic 0"), new Json("topic 1"))
        .endsWith(new Json("topic 149999"));
  }
}
