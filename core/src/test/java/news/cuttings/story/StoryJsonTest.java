package news.cuttings.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.cuttings.RandomStories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RandomStories.Injected.class)
class StoryJsonTest {

  @Property
  void readingWhatWasWrittenGivesTheStory(@ForAll("stories") Story story) throws BadStoryException {
    assertThat(StoryJson.read(StoryJson.write(story))).isEqualTo(story);
  }

  @Test
  void randomStoriesComeBack(RandomStories stories) throws BadStoryException {
    for (Story story : stories.list(300)) {
      String json = StoryJson.write(story);
      assertThat(json).doesNotContain("\n");
      assertThat(StoryJson.read(json)).isEqualTo(story);
    }
  }

  /** Blank lines parted them once; lines of that length without a stop look wrapped. */
  @Test
  void paragraphsThatLookWrappedAreNotJoined() throws BadStoryException {
    String line = "A list of things that is as long as lines are when they are wrapped";
    String shorter = "A list of things that is nearly as long as that";
    Story story = Story.builder().body(String.join("\n\n", line, shorter, shorter, line)).build();
    assertThat(story.body().split("\n")).hasSize(4);
    assertThat(StoryJson.read(StoryJson.write(story)).body()).isEqualTo(story.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"Ann Lee\",\"Bob Day\"]",
        "\"Ann Lee; Bob Day\"",
        "\"Ann Lee and Bob Day\"",
        "[\"Ann Lee and Bob Day\"]",
      })
  void severalAuthorsAreSeveral(String byline) throws BadStoryException {
    Story story = StoryJson.read("{\"body\":\"x\",\"byline\":" + byline + "}");
    assertThat(story.authors()).containsExactly("Ann Lee", "Bob Day");
    assertThat(StoryJson.write(story)).contains("\"byline\":[\"Ann Lee\",\"Bob Day\"]");
    assertThat(StoryJson.read(StoryJson.write(story))).isEqualTo(story);
  }

  @Test
  void topicsAndPeopleInOneStringAreSeveral() throws BadStoryException {
    Story story =
        StoryJson.read("{\"body\":\"x\",\"topics\":\"x,y | z\",\"people\":\"Ann Lee; Bob Day\"}");
    assertThat(story.topics()).containsExactly("x", "y", "z");
    assertThat(story.people()).extracting(Person::name).containsExactly("Ann Lee", "Bob Day");
    assertThat(StoryJson.read("{\"body\":\"x\",\"topics\":[\"x, y\"]}").topics())
        .containsExactly("x, y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "{",
        "{}",
        "{\"body\":\"\"}",
        "{\"body\":null,\"headline\":\" \"}",
        "{\"body\":\"a\"} x",
        "{\"body\":\"a\",}",
        "{\"body\":{\"a\":1}}",
        "null",
        "{\"title\":\"a\"}",
      })
  void saysWhyItIsNoStory(String json) {
    assertThatThrownBy(() -> StoryJson.read(json))
        .isInstanceOf(BadStoryException.class)
        .message()
        .isNotBlank()
        .doesNotContain("\n");
  }

  @Property
  void anyTextIsAStoryOrSaysWhyNot(@ForAll String text) {
    try {
      StoryJson.read(text);
    } catch (BadStoryException e) {
      assertThat(e).hasMessageNotContaining("\n");
    }
  }

  @Test
  void unknownKeysComeBack() throws BadStoryException {
    String json = "{\"body\":\"a\",\"x\":{\"y\":[1,2.50,null,\"é\"]},\"z\":true}";
    Story story = StoryJson.read(json);
    assertThat(story.further())
        .containsExactly(Map.entry("x", "{\"y\":[1,2.50,null,\"é\"]}"), Map.entry("z", "true"));
    assertThat(StoryJson.read(StoryJson.write(story))).isEqualTo(story);
  }

  @Test
  void bothFormsOfAPersonAreRead() throws BadStoryException {
    Story story =
        StoryJson.read(
            "{\"body\":\"a\",\"people\":[\"Mary Smith\",{\"name\":\"Jo"
                + " Ng\",\"from\":\"recognised\","
                + "\"spellings\":[\"Ng\"],\"confidence\":0.5},{\"name\":\"\"},null,[]]}");
    assertThat(story.people())
        .containsExactly(
            Person.given("Mary Smith"),
            new Person("Jo Ng", List.of("Ng"), Person.From.RECOGNISED, 0.5));
  }

  @Provide
  Arbitrary<Story> stories() {
    Arbitrary<String> text = Arbitraries.strings().ofMaxLength(200);
    Arbitrary<Optional<String>> label = Arbitraries.strings().ofMaxLength(20).optional();
    Arbitrary<Person> person =
        Combinators.combine(
                text.map(name -> "x" + name),
                text.list().ofMaxSize(3),
                Arbitraries.of(Person.From.class),
                Arbitraries.doubles().between(0, 1))
            .as(Person::new);
    Arbitrary<Optional<LocalDate>> date =
        Arbitraries.longs().between(-700_000, 2_900_000).map(LocalDate::ofEpochDay).optional();
    Arbitrary<Optional<Instant>> moment =
        Arbitraries.longs()
            .between(-9_000_000_000L, 9_000_000_000L)
            .map(Instant::ofEpochMilli)
            .optional();
    return Combinators.combine(
            text.map(body -> body + " x"),
            label,
            person.list().ofMaxSize(3),
            date,
            moment,
            label,
            Combinators.combine(label, Arbitraries.longs().between(0, 99))
                .as((entry, line) -> Origin.of("pages.zip", entry.orElse(null), line).onPage(1)))
        .as((body, one, people, day, at, two, origin) ->
            Story.builder()
                .body(body)
                .headline(one.orElse(null))
                .people(people)
                .date(day.orElse(null))
                .published(at.orElse(null))
                .source(two.orElse(null))
                .edition(one.orElse(null))
                .byline(two.orElse(null))
                .section(one.orElse(null))
                .url(two.orElse(null))
                .role(Role.TEASER)
                .topics(two.stream().toList())
                .origin(origin)
                .build());
  }
}
