package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.cuttings.Corpora;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.index.Schema;
import news.cuttings.index.StoryFields;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cluster makes of what it is sent the terms, in the places, that an index on a disk has. */
@Tag(Filed.CLUSTER)
@ExtendWith(RandomStories.Injected.class)
class TermsTest {

  /** A term and its place. */
  private record Placed(String term, long position) {}

  @Test
  void theTermsOfOddTextsAreTheSame(RandomStories random) throws IOException {
    compare(random.list(40));
  }

  @Test
  void theTermsOfTheInventedNewsAreTheSame() throws IOException, BadStoryException {
    List<Story> stories = new ArrayList<>();
    for (String line : Files.readAllLines(Corpora.testdata("stories/stories-1.jsonl"))) {
      stories.add(StoryJson.read(line));
    }
    compare(stories);
  }

  private static void compare(List<Story> stories) throws IOException {
    TestCluster cluster = TestCluster.shared();
    URI address = cluster.newIndex();
    ClusterOptions options = TestCluster.options(Filed.people());
    try (ClusterIndex index = ClusterIndex.connect(address, options)) {
      index.addAll(stories);
      index.commit();
      StoryFields maker = new StoryFields();
      for (Story story : stories) {
        List<IndexableField> fields = maker.of(story);
        Map<String, @Nullable Object> sent = StoryDocument.of(fields);
        for (IndexableField field : fields) {
          if (isPlaced(field)) {
            Object text = Objects.requireNonNull(sent.get(field.name()));
            assertThat(theirs(cluster, address, field.name(), text))
                .as(story.id() + " " + field.name())
                .isEqualTo(ours(field));
          }
        }
      }
    }
  }

  private static boolean isPlaced(IndexableField field) {
    Schema.Kind kind = Schema.KINDS.get(field.name());
    boolean words =
        kind == Schema.Kind.TEXT || kind == Schema.Kind.WORDS || kind == Schema.Kind.LABELS;
    return words && ((Field) field).tokenStreamValue() != null;
  }

  private static List<Placed> ours(IndexableField field) throws IOException {
    TokenStream stream = Objects.requireNonNull(((Field) field).tokenStreamValue());
    TermToBytesRefAttribute term =
        Objects.requireNonNull(stream.getAttribute(TermToBytesRefAttribute.class));
    PositionIncrementAttribute step =
        Objects.requireNonNull(stream.getAttribute(PositionIncrementAttribute.class));
    List<Placed> terms = new ArrayList<>();
    long position = -1;
    stream.reset();
    while (stream.incrementToken()) {
      position += step.getPositionIncrement();
      terms.add(new Placed(term.getBytesRef().utf8ToString(), position));
    }
    stream.end();
    stream.close();
    return terms;
  }

  private static List<Placed> theirs(TestCluster cluster, URI address, String field, Object text)
      throws IOException {
    Json answer =
        cluster.ask("POST", address.getPath() + "/_analyze", object("field", field, "text", text));
    assertThat(answer.at("tokens").isPresent()).as(answer.toString()).isTrue();
    List<Placed> terms = new ArrayList<>();
    for (Json token : answer.at("tokens").list()) {
      terms.add(new Placed(token.at("token").text(), token.at("position").number()));
    }
    return terms;
  }
}
