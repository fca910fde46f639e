package news.cuttings.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.Filed;
import news.cuttings.StoryIndex;
import news.cuttings.formats.Format;
import news.cuttings.formats.Problem;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is too deep, too long or too much spoils nothing but itself. */
@Timeout(60) // a guard, no measure of speed
class JsonBoundsTest {
  private static final int KEYS = 1_000_000;

  private final List<Story> stories = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  private void read(String... lines) throws IOException {
    byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
    StoryFiles.byContent()
        .format(Format.JSON_LINES)
        .read(
            "test",
            new ByteArrayInputStream(bytes),
            new Sink() {
              @Override
              public void story(Story story) {
                stories.add(story);
              }

              @Override
              public void skipped(Problem problem, String record) {
                skipped.add(problem.message());
              }
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {150, 500, 2_000, 1_000_000})
  void nesting(int depth) throws IOException {
    String nested = "{\"headline\":\"a\",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    read(nested, "{\"headline\":\"b\"}");
    assertThat(stories).last().extracting(story -> story.headline().orElse("")).isEqualTo("b");
    assertThat(stories.size() + skipped.size()).isEqualTo(2);
    assertThat(stories.size()).isEqualTo(depth < 200 ? 2 : 1);
  }

  @Test
  void numbers() throws IOException {
    String digits = "9".repeat(100_000);
    read(
        "{\"headline\":\"a\",\"x\":1e999999999}",
        "{\"headline\":\"b\",\"x\":" + digits + "}",
        "{\"headline\":\"c\",\"people\":[{\"name\":\"Jo\",\"confidence\":1e400}]}",
        "{\"headline\":\"d\",\"origin\":{\"file\":\"x\",\"line\":99999999999999999999}}",
        "{\"headline\":\"e\",\"date\":1e999999999}",
        "{\"headline\":\"f\"}");
    assertThat(stories).last().extracting(story -> story.headline().orElse("")).isEqualTo("f");
    assertThat(stories.size() + skipped.size()).isEqualTo(6);
    for (Story story : stories) {
      assertThat(StoryJson.write(story).length()).isLessThan(1000);
    }
  }

  @Test
  void aMillionKeys() throws IOException {
    StringBuilder json = new StringBuilder("{\"id\":\"keys\",\"headline\":\"a\"");
    for (int i = 0; i < KEYS; i++) {
      json.append(",\"k").append(i).append("\":1");
    }
    read(json.append('}').toString(), "{\"headline\":\"b\"}");
    assertThat(stories).hasSize(2);
    assertThat(stories.getFirst().further()).hasSize(KEYS);
    try (StoryIndex index = Filed.of(stories)) {
      assertThat(index.story("keys").map(story -> story.further().size())).contains(KEYS);
    }
  }

  @Test
  void ids() throws IOException {
    read(
        "{\"headline\":\"a\",\"id\":\"" + "i".repeat(Story.MAX_ID_BYTES) + "\"}",
        "{\"headline\":\"b\",\"id\":\"" + "i".repeat(Story.MAX_ID_BYTES + 1) + "\"}",
        "{\"headline\":\"c\",\"id\":\"" + "é".repeat(1_000_000) + "\"}",
        "{\"headline\":\"d\",\"id\":\"one\\ntwo\\r\\tthree\\u001b[2J\"}");
    assertThat(stories).extracting(story -> story.headline().orElse("")).containsExactly("a");
    assertThat(skipped)
        .containsExactly(
            "an id may have at most 8000 bytes, this one has 8001",
            "an id may have at most 8000 bytes, this one has 2000000",
            "an id may have no control characters, this one has U+000A as character 4");
  }

  /** What is half a character in any part of a story leaves whole ones behind. */
  @Test
  void halvesOfSurrogatePairs() throws IOException {
    String half = "\"a\\ud800b\\udc00\"";
    StringBuilder json = new StringBuilder("{\"headline\":").append(half);
    for (String key :
        List.of("body", "source", "edition", "section", "byline", "url", "role", "other")) {
      json.append(",\"").append(key).append("\":").append(half);
    }
    json.append(",\"topics\":[").append(half).append("],\"people\":[").append(half);
    json.append(",{\"name\":").append(half).append(",\"spellings\":[").append(half).append("]}]");
    json.append(",\"origin\":{\"file\":").append(half).append(",\"entry\":").append(half);
    json.append("},\"deep\":{\"x\":").append(half).append("}}");
    read(json.toString(), "{\"body\":\"x\",\"id\":" + half + "}");
    assertThat(skipped)
        .containsExactly(
            "an id may have no halves of surrogate pairs, this one has U+D800 as character 2");
    String written = StoryJson.write(stories.getFirst());
    assertThat(UTF_8.newEncoder().canEncode(written)).as(written).isTrue();
    try (StoryIndex index = Filed.of(stories)) {
      assertThat(index.story(stories.getFirst().id())).contains(stories.getFirst());
    }
  }
}
