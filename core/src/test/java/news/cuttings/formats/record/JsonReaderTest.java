package news.cuttings.formats.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.Problem;
import news.cuttings.formats.RecordReaderContract;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest extends RecordReaderContract {
  @Override
  protected Format format() {
    return Format.JSON_LINES;
  }

  @Override
  protected String written(List<Story> stories) {
    return stories.stream().map(StoryJson::write).collect(Collectors.joining("\n", "", "\n"));
  }

  @Override
  protected long lineOf(String headline, String text) {
    return lineWith(headline, text);
  }

  @Override
  protected String bad() {
    return "{\"headline\": \"cut off in the mid\n";
  }

  @Override
  protected String hugeBeginning() {
    return "{\"headline\":\"long\",\"body\":\"";
  }

  @Test
  void anArrayOfObjectsIsReadElementByElement() throws IOException {
    String array = "[" + String.join(",", written(stories()).split("\n")) + "]";
    assertAllRead(array.getBytes(StandardCharsets.UTF_8));
    assertAllRead(array.replace(",\"", ",\n  \"").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void objectsOverSeveralLinesAreRead() throws IOException {
    String pretty =
        """
        {
          "headline": "One",
          "body": "A brace } and a \\" quote.",
          "people": [
            {
              "name": "Ann Lee"
            }
          ]
        }
        {
          "headline": "Two"
        }
        """;
    Collected read = Collected.of(StoryFiles.byContent(), pretty);
    assertThat(read.headlines()).containsExactly("One", "Two");
    assertThat(read.stories.getFirst().people()).hasSize(1);
    assertThat(read.stories.getLast().origin().orElseThrow().line()).isEqualTo(10);
  }

  @Test
  void aBrokenFirstObjectSwallowsNoOther() throws IOException {
    Collected read =
        Collected.of(
            StoryFiles.byContent(),
            "{\"headline\":\"One\", \"body\":\n{\"headline\":\"Two\"}\n{\"headline\":\"Three\"}\n");
    assertThat(read.headlines()).contains("Three");
    Collected after =
        Collected.of(StoryFiles.byContent(), "{\"headline\":\"One\",\n{\"headline\":\"Two\"}\n");
    assertThat(after.headlines()).containsExactly("Two");
    assertThat(after.skipped).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id:\"q1\",headline:\"one\",body:\"x\"}\n",
        "{'headline': 'one', 'body': 'x'}\n",
        "# what the desk sent on Monday\n",
        "{\"headline\": \"one\",, \"body\": \"x\"}\n",
        "// notes\n{\"headline\":\"one\"}\n{headline:\"x\"}\n",
      })
  void aDamagedBeginningIsToldAndTheRestRead(String beginning) throws IOException {
    Collected read =
        Collected.of(StoryFiles.byContent(), beginning + "{\"headline\":\"two\",\"body\":\"y\"}\n");
    assertThat(read.headlines()).contains("two");
    assertThat(read.skipped).isNotEmpty();
    assertThat(read.skipped.getFirst().where().line()).isEqualTo(1);
  }

  @Test
  void aLineCutShortAnywhereCostsNoOther() throws IOException {
    String whole =
        "{\"id\":\"a\",\"people\":[\"Ann Lee\",{\"name\":\"Bob"
            + " Day\"}],\"f\":{\"b\":[1]},\"body\":\"x\"}";
    String others =
        "{\"id\":\"b\",\"body\":\"y\"}\n{\"id\":\"c\",\"headline\":\"z\",\"body\":\"z\"}\n";
    for (int i = 1; i < whole.length(); i++) {
      for (String after : List.of(others, others.substring(0, others.indexOf('\n')))) {
        Collected cut = Collected.of(StoryFiles.byContent(), whole.substring(0, i) + "\n" + after);
        assertThat(cut.stories)
            .as("%s", whole.substring(0, i))
            .extracting(Story::id)
            .isEqualTo(after.equals(others) ? List.of("b", "c") : List.of("b"));
        assertThat(cut.skipped)
            .singleElement()
            .satisfies(problem -> {
              assertThat(problem.where().line()).isEqualTo(1);
              assertThat(problem.message()).startsWith("not valid JSON").doesNotContain("Source");
            });
        assertThat(cut.stories.getFirst().origin().orElseThrow().line()).isEqualTo(2);
      }
    }
  }

  @Test
  void aNulBeforeTheFirstLineIsNothing() throws IOException {
    Collected read =
        Collected.of(StoryFiles.byContent(), "\0{\"headline\":\"one\"}\n{\"headline\":\"two\"}\n");
    assertThat(read.headlines()).containsExactly("one", "two");
  }

  @Test
  void proseWithAnObjectInItIsProse() throws IOException {
    String prose =
        "What the wire sends.\n\nIt looks like this:\n{\"headline\":\"one\"}\nDay by day.\n";
    assertThat(Collected.of(StoryFiles.byContent(), prose).stories).hasSize(1);
    assertThat(Collected.of(StoryFiles.byContent(), prose).skipped).isEmpty();
  }

  @Test
  void otherPeoplesKeysAreMapped() throws IOException {
    StoryFiles files = StoryFiles.byContent().names(Map.of("title", "headline", "text", "body"));
    Collected read = Collected.of(files, "{\"title\":\"A\",\"text\":\"B\",\"mood\":\"gay\"}");
    assertThat(read.stories.getFirst().headline()).hasValue("A");
    assertThat(read.stories.getFirst().body()).isEqualTo("B");
    assertThat(read.stories.getFirst().further()).containsEntry("mood", "\"gay\"");
  }

  @Test
  void saysWhichKeysItSaw() throws IOException {
    Collected read = Collected.of(StoryFiles.byContent(), "{\"mood\":\"A\",\"weight\":\"B\"}\n");
    assertThat(read.skipped.getFirst().message()).contains("mood, weight");
    assertThat(read.skipped.getFirst().kind()).isEqualTo("no text");
  }

  @Test
  void keepsAnOriginThatTheRecordHas() throws IOException {
    String json = "{\"headline\":\"A\",\"origin\":{\"file\":\"x.txt\",\"line\":7}}";
    Collected read = Collected.of(StoryFiles.byContent(), json);
    assertThat(read.stories.getFirst().origin().orElseThrow()).hasToString("x.txt:7");
  }

  @Test
  void deepNestingIsABadRecordOnly() throws IOException {
    String deep = "{\"a\":" + "[".repeat(100_000) + "\n{\"headline\":\"after\"}\n";
    Collected read =
        Collected.of(
            StoryFiles.byContent(),
            new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.headlines()).containsExactly("after");
    assertThat(read.skipped).hasSize(1);
  }

  @Test
  void aLineOfTwoHundredMegabytesIsOneSkippedRecord() throws IOException {
    Collected read =
        Collected.of(StoryFiles.byContent().format(Format.JSON_LINES), new Endless(200 << 20));
    assertThat(read.skipped).extracting(Problem::kind).containsExactly("too long");
  }
}
