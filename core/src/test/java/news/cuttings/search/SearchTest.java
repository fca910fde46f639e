package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.query.Hit;
import news.cuttings.query.QuerySyntaxException;
import news.cuttings.query.Results;
import news.cuttings.query.Snippet;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.StoryQuery.Order;
import news.cuttings.query.Texts;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RandomStories.Injected.class)
@Tag(Filed.EVERYWHERE)
class SearchTest {
  private static final LocalDate DAY = LocalDate.of(2023, 12, 29);

  @Property(tries = 600)
  void anythingTypedIsAnswered(@ForAll("typed") String text) throws IOException {
    try (StoryIndex index = Filed.ofTexts("AC/DC said: 1/2 day. Klopp (Liverpool) \"won\" 😀")) {
      for (StoryQuery query : List.of(StoryQuery.parse(text, DAY), StoryQuery.words(text))) {
        Results found = index.search(query);
        found.forEach(hit -> marksAreInside(hit.snippet()));
        index.search(query.match(StoryQuery.Match.ALL).order(Order.OLDEST).counting().limit(1));
        assertThat(found.interpretation()).isNotBlank();
        for (Results.Warning warning : found.warnings()) {
          assertThat(warning.to()).isBetween(warning.from(), text.length());
        }
      }
    }
  }

  /** What is typed, by which of the two stories it finds. */
  static Stream<Arguments> awkward() {
    return Stream.of(
            Map.entry(
                List.of("0", "1"),
                List.of(
                    "((((",
                    "a AND",
                    "~",
                    "\u0000",
                    "",
                    " ",
                    "))))",
                    "-",
                    "+",
                    "person:\"",
                    "\\",
                    "{",
                    "*",
                    "?",
                    "\uD800",
                    "-person:klopp -headline:x",
                    "()",
                    "\"\"",
                    "\"!!\"",
                    "& && || |")),
            Map.entry(
                List.of("0"), List.of("AC/DC", "1/2 day", "--a", "+-a", "a^", "a^2^3", "a~~")),
            Map.entry(List.of("1"), List.of("AND", "Trump: \"We will win\"", "(-a)")),
            Map.entry(
                List.of(),
                List.of(
                    "\"unclosed",
                    "*bama",
                    "headlin:klopp",
                    "Can this pass?",
                    "date:2023-13",
                    "date:[2024 TO 2023]",
                    "^2",
                    "\"a b\"~99999999999",
                    "a OR OR b",
                    "NOT",
                    "person:",
                    "date:",
                    "since:99999y",
                    "headline:(a b",
                    "\\\\\"",
                    "[a TO b]",
                    "a:b:c",
                    "a*b*",
                    "person:*",
                    "date:[* TO *]",
                    "#metoo",
                    "@user")))
        .flatMap(of -> of.getValue().stream().map(text -> arguments(text, of.getKey())));
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void awkwardInputIsAnswered(String text, List<String> ids) throws IOException {
    try (StoryIndex index = Filed.ofTexts("AC/DC had half a day.", "Obama and Klopp will win.")) {
      StoryQuery query = StoryQuery.parse(text, DAY);
      Results found = index.search(query);
      assertThat(found.hits()).extracting(Hit::id).hasSameElementsAs(ids).hasSameSizeAs(ids);
      assertThat(found).allSatisfy(hit -> assertThat(hit.snippet().text()).isNotEmpty());
      assertThat(found.interpretation()).isNotBlank();
      assertThat(found.warnings())
          .allSatisfy(of -> assertThat(of.to()).isBetween(of.from(), text.length()));
      Results counted = index.search(query.order(Order.NEWEST).counting());
      assertThat(counted.hits()).extracting(Hit::id).isEqualTo(ids);
      assertThat(counted.total()).isEqualTo(new Results.Total(ids.size(), true));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"word%d ", "\"a%d b\" ", "w%d~ ", "w%d* ", "+w%d ", "-w%d ", "naive%d/", "北%d"})
  void tooLongAQueryIsCutAndSaid(String form) throws IOException {
    try (StoryIndex index = Filed.ofTexts("word1 naïve1 naïve2 b", "w1 w2 naive1")) {
      for (int length : new int[] {1_000, 3_000}) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
          text.append(String.format(Locale.ROOT, form, i));
        }
        for (StoryQuery.Match match : StoryQuery.Match.values()) {
          Results found = index.search(StoryQuery.parse(text.toString()).match(match));
          assertThat(found.warnings())
              .as(form)
              .anySatisfy(w -> assertThat(w.message()).contains("words"));
        }
      }
      assertThat(index.search(StoryQuery.words("word1 ".repeat(1_000)))).hasSize(1);
    }
  }

  @Test
  void aHundredThousandWordsAreAnswered() throws IOException {
    try (StoryIndex index = Filed.ofTexts("word1 and others", "w1 w2")) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 100_000; i++) {
        text.append("word").append(i).append(' ');
      }
      for (String typed :
          List.of(text.toString(), "\"" + text + "\"", text.toString().replace(' ', '/'))) {
        Results results = index.search(StoryQuery.parse(typed));
        assertThat(results.warnings()).isNotEmpty(); // the bound on words is told
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void pagesNeitherRepeatNorSkip(Order order, RandomStories random) throws IOException {
    int many = Filed.tries(120);
    List<Story> stories = new ArrayList<>(random.list(many));
    for (int i = 0; i < many; i++) { // ties of every key but the id
      stories.add(stories.get(i).toBuilder().id("t" + i).build());
      stories.add(Story.builder().id("u" + i).body("Same text for all.").build());
    }
    try (StoryIndex index = Filed.of(stories)) {
      for (String text : List.of("", "same text", random.word(), random.words(3), "-same")) {
        StoryQuery query = StoryQuery.parse(text).order(order);
        List<String> whole = Filed.ids(index, query.limit(1000));
        assertThat(whole).doesNotHaveDuplicates();
        for (int size : new int[] {1, 7, 50}) {
          List<String> paged = new ArrayList<>();
          StoryQuery page = query.limit(size);
          Results found = index.search(page);
          while (!found.isEmpty()) {
            assertThat(found.first().rank()).isEqualTo(paged.size() + 1);
            paged.addAll(Filed.ids(found));
            found = index.search(page.after(found.cursor().orElseThrow()));
          }
          assertThat(paged).as("%s by %d", text, size).isEqualTo(whole);
        }
      }
    }
  }

  @Test
  void undatedStoriesComeLastInBothOrders() throws IOException {
    List<Story> stories =
        List.of(
            dated("b", DAY),
            dated("none1", null),
            dated("c", DAY.plusDays(1)),
            dated("a", DAY.minusDays(20_000)),
            dated("none2", null),
            dated("b2", DAY));
    try (StoryIndex index = Filed.of(stories)) {
      assertThat(Filed.ids(index, StoryQuery.everything()))
          .containsExactly("c", "b", "b2", "a", "none1", "none2");
      assertThat(Filed.ids(index, StoryQuery.words("text").order(Order.OLDEST)))
          .containsExactly("a", "b", "b2", "c", "none1", "none2");
      Results since = index.search(StoryQuery.words("text").since(DAY));
      assertThat(since.warnings())
          .extracting(Results.Warning::message)
          .containsExactly("2 stories without a date were left out");
      assertThat(index.search(StoryQuery.words("text").since(DAY).undated()).warnings()).isEmpty();
    }
  }

  @Test
  void ofNoHitsTheCountIsTold() throws IOException {
    try (StoryIndex index = Filed.ofTexts("a talk", "a wall", "talk of a wall")) {
      Results found = index.search(StoryQuery.parse("talk").limit(0));
      assertThat(found.hits()).isEmpty();
      assertThat(found.cursor()).isEmpty();
      assertThat(found.total()).isEqualTo(new Results.Total(2, true));
      Results phrase = index.search(StoryQuery.parse("\"wall talk\"").limit(0));
      assertThat(phrase.total()).isEqualTo(new Results.Total(0, true));
      assertThat(phrase.warnings()).isEmpty();
    }
  }

  @Test
  void aPhraseThatNothingHasIsRankedAsWords() throws IOException {
    try (StoryIndex index = Filed.ofTexts("talks came first, migration later", "nothing")) {
      Results found = index.search(StoryQuery.parse("\"migration talks\""));
      assertThat(Filed.ids(found)).containsExactly("0");
      assertThat(found.warnings()).singleElement().asString().contains("phrase");
      assertThat(index.search(StoryQuery.parse("\"migration later\"")).warnings()).isEmpty();
    }
  }

  @Test
  void aDashBetweenWordsForbidsNothing() throws IOException {
    try (StoryIndex index = Filed.ofTexts("AC/DC live in London")) {
      for (String text : List.of("AC/DC - live", "live — London", "live … !!")) {
        StoryQuery query = StoryQuery.words(text).match(StoryQuery.Match.ALL);
        assertThat(Filed.ids(index, query)).as(text).containsExactly("0");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "migrations | [migration]",
        "MIGRATED | [migration]",
        "bárcena | [Bárcena]",
        "Barcena | [Bárcena]",
        "migrat* | [migration]",
        "barcna~ | [Bárcena]",
        "\"talks on migration\" | [talks] [on] [migration]",
        "person:barcena | [Bárcena]",
        "talks -migration^2 | ``",
        "headline:talks | [talks]",
      })
  void marksWhatWasAsked(String query, String marks) throws IOException {
    Story story =
        Story.builder()
            .id("1")
            .headline("Talks")
            .body("The talks on migration went on. Nobody else came. Alicia Bárcena said so.")
            .people(List.of(Person.given("Alicia Bárcena")))
            .build();
    try (StoryIndex index = Filed.of(List.of(story))) {
      Results found = index.search(StoryQuery.parse(query));
      StringBuilder marked = new StringBuilder();
      for (Hit hit : found) {
        Snippet snippet = hit.snippet();
        marksAreInside(snippet);
        for (Snippet.Mark mark : snippet.marks()) {
          marked.append('[').append(snippet.text(), mark.start(), mark.end()).append("] ");
        }
      }
      assertThat(marked.toString().strip()).isEqualTo(marks);
    }
  }

  @Test
  void snippetsAreWholeSentences(RandomStories random) throws IOException {
    List<Story> stories = random.list(80);
    try (StoryIndex index = Filed.of(stories)) {
      for (int i = 0; i < 60; i++) {
        for (Hit hit : index.search(StoryQuery.words(random.words(2)))) {
          Snippet snippet = hit.snippet();
          marksAreInside(snippet);
          String body = hit.story().orElseThrow().body().replace('\n', ' ');
          String text = snippet.text();
          assertThat(body)
              .contains(text.endsWith("…") ? text.substring(0, text.length() - 1) : text);
          assertThat(text).matches("(?s).*[.…]");
          int start = body.indexOf(text.substring(0, text.length() - 1));
          assertThat(start == 0 || body.substring(0, start).endsWith(". ")).as(text).isTrue();
          assertThat(text.length()).isLessThanOrEqualTo(401);
        }
      }
    }
  }

  @Test
  void aStoryWithoutHeadlineShowsItsFirstSentence() throws IOException {
    try (StoryIndex index = Filed.ofTexts("Mr. Ng came. He saw <b>it</b>.")) {
      Hit hit = index.search(StoryQuery.words("saw")).first();
      assertThat(hit.headline()).isEmpty();
      assertThat(hit.title().text()).isEqualTo("Mr. Ng came.");
      assertThat(hit.snippet().html()).contains("<mark>saw</mark> &lt;b&gt;it");
    }
  }

  @Test
  void misuseIsTold() {
    assertThatThrownBy(() -> StoryQuery.words("a").limit(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> StoryQuery.words("a").limit(10_001)).hasMessageContaining("10001");
    assertThatThrownBy(() -> StoryQuery.words("a").after("no cursor"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cursor");
    assertThatThrownBy(() -> StoryQuery.words("a").after(""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StoryQuery.parseStrict("headlin:x", DAY))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("headline");
  }

  private static void marksAreInside(Snippet snippet) {
    int done = 0;
    for (Snippet.Mark mark : snippet.marks()) {
      assertThat(mark.start()).isGreaterThanOrEqualTo(done);
      assertThat(mark.end())
          .isGreaterThan(mark.start())
          .isLessThanOrEqualTo(snippet.text().length());
      done = mark.end();
    }
    assertThat(snippet.mark("", "")).isEqualTo(snippet.text());
  }

  private static Story dated(String id, @Nullable LocalDate day) {
    return Story.builder().id(id).body("The same text.").date(day).build();
  }

  @Provide
  Arbitrary<String> typed() {
    return Texts.typed();
  }
}
