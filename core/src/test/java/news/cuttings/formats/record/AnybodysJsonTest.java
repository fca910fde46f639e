package news.cuttings.formats.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Problem;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of shapes that people hold; the stories in them are invented. */
class AnybodysJsonTest {
  private static final String HEADLINE = "Ferry runs aground";
  private static final String BODY = "The ferry ran aground on Monday, said its captain.";

  private static Collected read(String json) throws IOException {
    return Collected.of(StoryFiles.byContent(), json);
  }

  private static Story one(String json) throws IOException {
    Collected read = read(json);
    assertThat(read.skipped).isEmpty();
    assertThat(read.stories).hasSize(1);
    return read.stories.getFirst();
  }

  private static void assertFerry(Story story) {
    assertThat(story.headline()).contains(HEADLINE);
    assertThat(story.body()).isEqualTo(BODY);
    assertThat(story.date()).contains(LocalDate.of(2024, 3, 5));
  }

  /** Keys in any case and manner of joining words, at any depth, in a wrapper or none. */
  @Property(tries = 300)
  void keysAreToldByTheirMeaning(
      @ForAll("headlines") String headline,
      @ForAll("bodies") String body,
      @ForAll("dates") String date,
      @ForAll("containers") String container,
      @ForAll("wrappers") String wrapper)
      throws IOException {
    String record =
        "{\"<1>\": \"<2>\", \"section_page\": 4, \"<3>\": \"2024-03-05T08:00:00Z\", <4>}"
            .replace("<1>", headline)
            .replace("<2>", HEADLINE)
            .replace("<3>", date)
            .replace("<4>", container.replace("@", '"' + body + "\": \"" + BODY + '"'));
    assertFerry(one(wrapper.replace("#", record)));
  }

  @Provide
  Arbitrary<String> headlines() {
    return written("headline", "title", "web title", "hed", "headline text", "titre", "Titel");
  }

  @Provide
  Arbitrary<String> bodies() {
    return written("body", "text", "content", "main text", "body text", "article body", "texto");
  }

  @Provide
  Arbitrary<String> dates() {
    return written("date", "pub date", "published at", "web publication date", "date published");
  }

  private static Arbitrary<String> written(String... keys) {
    return Arbitraries.of(keys)
        .flatMap(key ->
            Arbitraries.of(
                key.replace(" ", "_"),
                key.replace(" ", "-"),
                key.replace(" ", ""),
                key.replace(" ", "").toUpperCase(java.util.Locale.ROOT),
                camel(key)));
  }

  private static String camel(String key) {
    StringBuilder out = new StringBuilder();
    for (String word : key.split(" ", -1)) {
      out.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return out.toString();
  }

  @Provide
  Arbitrary<String> containers() {
    return Arbitraries.of(
        "@", "\"fields\": {@}", "\"attributes\": {\"n\": 1, @}", "\"data\": {\"item\": {@}}");
  }

  @Provide
  Arbitrary<String> wrappers() {
    return Arbitraries.of(
        "#",
        "[#]",
        "{\"status\": \"ok\", \"totalResults\": 1, \"articles\": [#]}",
        "{\"response\": {\"status\": \"ok\", \"results\": [#]}}",
        "{\"articles\": {\"results\": [#], \"pages\": 1}}",
        "{\"hits\": {\"total\": {\"value\": 1}, \"hits\": [{\"_id\": \"x\", \"_source\": #}]}}",
        "{\"data\": {\"items\": [{\"meta\": {}, \"item\": #}]}}",
        "{\"@graph\": [#]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"The ferry ran aground on Monday,\", \"said its captain.\"]",
        "[{\"text\":\"The ferry ran aground on Monday,\"},{\"text\":\"said its captain.\"}]",
        "[{\"type\":\"title\",\"content\":\"Ferry\"},{\"type\":\"image\",\"content\":\"x.jpg\"},{\"type\":\"sanitized_html\",\"content\":\"<b>The"
            + " ferry</b> ran aground on Monday,\"},{\"content\":\"said its captain.\"}]",
        "\"<p>The ferry ran aground on Monday,</p><script>x()</script><p>said its captain.</p>\"",
        "{\"rendered\":\"<div>The ferry ran aground on Monday,<br>said its captain.</div>\"}",
      })
  void aBodyInPartsOrInHtmlIsText(String body) throws IOException {
    assertThat(one("{\"title\":\"A\",\"contents\":" + body + "}").body())
        .isEqualTo("The ferry ran aground on Monday,\nsaid its captain.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1709625600",
        "1709625600000",
        "'{\"$date\":\"2024-03-05T08:00:00Z\"}'",
        "'{\"$date\":{\"$numberLong\":\"1709625600000\"}}'",
        "'\"Tue, 05 Mar 2024 08:00:00 GMT\"'",
        "'\"20240305T080000Z\"'"
      })
  void momentsAreReadInEveryForm(String date) throws IOException {
    Story story = one("{\"title\":\"A\",\"text\":\"b c\",\"seendate\":" + date + "}");
    assertThat(story.date()).contains(LocalDate.of(2024, 3, 5));
  }

  @Test
  void ourOwnListsMayBeOfObjects() throws IOException {
    Story story =
        Collected.of(
                StoryFiles.byContent(),
                """
                {"id": "1", "headline": "Vote", "body": "Said.", "topics": [{"name": "trade"}, "oil"],
                 "byline": [{"name": "Ann Lee"}, {"firstName": "Bob", "lastName": "Day"}, "Cy Poe"]}
                """)
            .stories
            .getFirst();
    assertThat(story.authors()).containsExactly("Ann Lee", "Bob Day", "Cy Poe");
    assertThat(story.topics()).containsExactly("trade", "oil");
  }

  @Test
  void authorsPublishersAndLabelsMayBeObjects() throws IOException {
    Story story =
        one(
            """
            {"title": {"main": "A", "kicker": null}, "text": "b c.",
             "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bob Day"},
                        {"url": "https://x.example"}, "https://x.example/bob"],
             "publisher": {"@type": "Organization", "name": "The Brook"},
             "tags": [{"id": 7, "webTitle": "Ferries"}, {"id": 8, "webTitle": "Harbours"}]}
            """);
    assertThat(story.headline()).contains("A");
    assertThat(story.authors()).containsExactly("Ann Lee", "Bob Day");
    assertThat(story.source()).contains("The Brook");
    assertThat(story.topics()).containsExactly("Ferries", "Harbours");
  }

  @Test
  void saysOnceHowTheKeysWereTaken() throws IOException {
    String record = "{\"webTitle\":\"A b\",\"fields\":{\"bodyText\":\"It rained.\"}}\n";
    Collected read = read(record + record.replace("A b", "B c"));
    assertThat(read.notes)
        .extracting(Problem::message)
        .containsExactly("headline from webTitle, body from fields.bodyText");
    assertThat(read("{\"headline\":\"A\",\"body\":\"b\"}\n").notes).isEmpty();
  }

  @Test
  void theCallersWordGoesBeforeTheKeys() throws IOException {
    StoryFiles files =
        StoryFiles.byContent().names(Map.of("a.b", "headline", "x.y", "body", "when", "date"));
    Collected read =
        Collected.of(
            files,
            "{\"title\":\"no\",\"a\":{\"b\":\"yes\"},\"x.y\":\"It"
                + " rained.\",\"when\":\"2024-03-05\"}");
    Story story = read.stories.getFirst();
    assertThat(story.headline()).contains("yes");
    assertThat(story.body()).isEqualTo("It rained.");
    assertThat(story.date()).contains(LocalDate.of(2024, 3, 5));
    assertThat(read.notes).isEmpty();
  }

  @Test
  void titlesAndAddressesAloneAreToldOrFiled() throws IOException {
    String list =
        """
        {"title":"A b","url":"https://x.example/1"}
        {"title":"C d","url":"https://x.example/2"}
        """;
    Collected read = read(list);
    assertThat(read.stories).isEmpty();
    assertThat(read.skipped).hasSize(2);
    assertThat(read.skipped.getFirst().message()).contains("titles and addresses");
    Collected asked = Collected.of(StoryFiles.byContent().headlinesOnly(), list);
    assertThat(asked.headlines()).containsExactly("A b", "C d");
  }

  @Test
  void bodiesThatAreMostlyEmptyAreTold() throws IOException {
    String empty = "{\"headline\":\"A\",\"body\":\"\"}\n";
    Collected read = read(empty.repeat(3));
    assertThat(read.notes.getLast().message()).contains("3 of 3");
  }

  @Test
  void whatStandsBetweenTheRecordsOfADumpIsDropped() throws IOException {
    Collected read =
        read(
            """
            {"index":{"_index":"news","_id":"1"}}
            {"title":"A b","text":"It rained."}
            """);
    assertThat(read.headlines()).containsExactly("A b");
    assertThat(read.skipped).isEmpty();
  }

  /** Two collections number their records from 1; neither's replace the other's. */
  @Test
  void aRecordsNumberIsNoIdOfAStory() throws IOException {
    Story first = one("{\"id\":1,\"title\":\"A b\",\"text\":\"It rained.\"}");
    Story second = one("{\"id\":1,\"title\":\"C d\",\"text\":\"It snowed.\"}");
    assertThat(first.id()).isNotEqualTo(second.id());
    assertThat(first.further()).containsEntry("number", "1");
    assertThat(one("{\"_id\":{\"$oid\":\"5f1c\"},\"title\":\"A\",\"text\":\"b c\"}").id())
        .isEqualTo("5f1c");
  }

  @Test
  void aSummaryStandsInForAText() throws IOException {
    Collected read = read("{\"title\":\"A b\",\"short_description\":\"It rained all day.\"}");
    assertThat(read.stories.getFirst().body()).isEqualTo("It rained all day.");
    assertThat(read.notes.getFirst().message()).contains("a summary");
    Story both = one("{\"title\":\"A\",\"description\":\"In short.\",\"text\":\"At length.\"}");
    assertThat(both.body()).isEqualTo("At length.");
    assertThat(both.further()).containsEntry("description", "\"In short.\"");
  }

  @Test
  void relatedStoriesAndPicturesAreNoRecords() throws IOException {
    Story story =
        one(
            """
            {"title": "A b", "description": "It rained all day long.",
             "images": [{"title": "Rain", "url": "https://x.example/1.jpg"}],
             "related": [{"title": "Snow", "url": "https://x.example/2"}]}
            """);
    assertThat(story.headline()).contains("A b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"site\",\"version\":\"1.0.0\",\"description\":\"A site of"
            + " ours.\",\"main\":\"a.js\"}",
        "{\"$schema\":\"x\",\"title\":\"Settings\",\"description\":\"What can be"
            + " set.\",\"type\":\"object\"}",
        "[{\"lat\":1.5,\"lon\":2.5},{\"lat\":1.5,\"lon\":2.5}]",
        "{\"a\":{\"b\":[1,2,3]}}",
      })
  void settingsAndTablesInAFolderAreNoStories(String json, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("x.json"), json);
    Collected read = Collected.of(StoryFiles.byContent(), folder);
    assertThat(read.stories).isEmpty();
    assertThat(read.skipped).isEmpty();
    assertThat(read.passedOver).hasSize(1);
  }

  @Test
  void anAwkwardValueIsNoHeadlineAndNoDate() throws IOException {
    List<Story> stories =
        read("""
        {"title": 7, "heading": "A b", "text": "It rained.", "time": "08:00", "created": "2024-03-05"}
        {"title": [], "headline": null, "text": {"a": {"b": 1}}, "content": "It rained.", "date": {}}
        """)
            .stories;
    assertThat(stories.getFirst().headline()).contains("A b");
    assertThat(stories.getFirst().date()).contains(LocalDate.of(2024, 3, 5));
    assertThat(stories.getLast().headline()).isEmpty();
    assertThat(stories.getLast().body()).isEqualTo("It rained.");
  }
}
