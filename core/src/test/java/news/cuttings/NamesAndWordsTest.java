package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Field;
import news.cuttings.story.Letters;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and words as newspapers write them; {@link NameSuiteTest} has the list of them. */
@ExtendWith(RandomStories.Injected.class)
@Tag(Filed.EVERYWHERE)
class NamesAndWordsTest {

  @ParameterizedTest
  @CsvSource({
    "Bárcena, Barcena",
    "Barcena, Bárcena",
    "O'Neill, ONeill",
    "ONeill, O'Neill",
    "naïve, naive",
    "bárcena, BARCENA",
    "Bárcena's, Barcena's",
  })
  void theExactSpellingComesFirst(String exact, String other) throws IOException {
    String long1 = " and many other words that make the story longer than it was before";
    try (StoryIndex index =
        Filed.ofTexts(other + " spoke", exact + " spoke" + long1, "Nobody spoke", other + " ran")) {
      assertThat(Filed.ids(index, StoryQuery.words(exact))).hasSize(3).startsWith("1");
      assertThat(Filed.ids(index, StoryQuery.words(exact.toUpperCase(Locale.ROOT))))
          .startsWith("1");
    }
  }

  /** Stories that were removed still count in the index's figures until they are merged away. */
  @Test
  void spellingsAreWeighedWhereMostStoriesWereRemoved() throws IOException {
    try (StoryIndex index = Filed.ofTexts()) {
      for (int i = 0; i < 200; i++) {
        index.add(story("a" + i, "Bárcena spoke for the " + i + "th time"));
        index.add(story("b" + i, "Barcena spoke for the " + i + "th time"));
      }
      index.commit();
      for (int i = 1; i < 200; i++) {
        index.delete("a" + i);
        index.delete("b" + i);
      }
      index.commit();
      assertThat(Filed.ids(index, StoryQuery.words("Barcena"))).containsExactly("b0", "a0");
      assertThat(Filed.ids(index, StoryQuery.words("Bárcena"))).containsExactly("a0", "b0");
    }
  }

  @Test
  void partsOfANameFindThePersonAndNoOther() throws IOException {
    Story story =
        Story.builder()
            .id("1")
            .body("A meeting.")
            .people(List.of(Person.given("Alicia Bárcena"), Person.given("Andrés López Obrador")))
            .build();
    try (StoryIndex index = Filed.of(List.of(story))) {
      for (String name : List.of("barcena", "Alicia Bárcena", "López Obrador", "andres obrador")) {
        assertThat(Filed.ids(index, StoryQuery.everything().person(name))).as(name).hasSize(1);
      }
      for (String name : List.of("Alicia López", "Bárcena Andrés", "obra", "--")) {
        assertThat(Filed.ids(index, StoryQuery.everything().person(name))).as(name).isEmpty();
      }
    }
  }

  @Test
  void everyStoryIsFoundByItsOwnHeadline(RandomStories random) throws IOException {
    List<Story> stories = random.list(60);
    try (StoryIndex index = Filed.of(stories)) {
      for (Story story : stories) {
        String headline = story.headline().orElse(story.lead());
        Field field = story.headline().isPresent() ? Field.HEADLINE : Field.BODY;
        StoryQuery phrase = of(Clause.Occur.MUST, new Clause.Phrase(field, headline, 0));
        assertThat(Filed.ids(index, phrase)).as(headline).contains(story.id());
        assertThat(index.search(phrase).warnings()).as(headline).isEmpty();
        for (String word : Letters.words(headline)) {
          StoryQuery one =
              StoryQuery.parse(word).filter(new Clause.Phrase(Field.ID, story.id(), 0));
          assertThat(Filed.ids(index, one)).as(word).containsExactly(story.id());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U.S. TALKS FAIL AGAIN",
        "THE US SAYS NO",
        "Us and them",
        "AT&T, R&D: 'all gone'",
        "What now?",
        "O’NEILL’S LAST STAND",
      })
  void aHeadlineIsFoundAsPasted(String headline) throws IOException {
    Story story = Story.builder().id("1").headline(headline).body("Text.").build();
    try (StoryIndex index = Filed.of(List.of(story))) {
      StoryQuery words = StoryQuery.words(headline).match(StoryQuery.Match.ALL);
      assertThat(Filed.ids(index, words)).containsExactly("1");
      StoryQuery phrase = StoryQuery.parse("\"" + headline + "\"");
      assertThat(Filed.ids(index, phrase)).containsExactly("1");
      assertThat(index.search(phrase).warnings()).isEmpty();
    }
  }

  private static StoryQuery of(Clause.Occur occur, Clause clause) {
    return StoryQuery.of(new Clause.Group(List.of(new Clause.Part(occur, clause))));
  }

  private static Story story(String id, String body) {
    return Story.builder().id(id).body(body).build();
  }
}
