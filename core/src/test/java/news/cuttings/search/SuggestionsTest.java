package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.Filed;
import news.cuttings.StoryIndex;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may have been meant by words that no story has. */
@Tag(Filed.EVERYWHERE)
class SuggestionsTest {
  private static final Story STORY =
      Story.builder()
          .id("1")
          .headline("Migration talks in Mexico")
          .body("Andrés Manuel López Obrador’s migrations plan. Klopp saw Alicia Bárcena; she ran.")
          .people(
              List.of(Person.given("Andrés Manuel López Obrador"), Person.given("Alicia Bárcena")))
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "obradr | no story has \"obradr\"; did you mean Obrador?",
        "migratoin | no story has \"migratoin\"; did you mean Migration?",
        "+mirgations | no story has \"mirgations\"; did you mean migrations?",
        "person:obradr | no story has \"obradr\"; did you mean Obrador?",
        "person:\"Alicia Barcna\" | no story has \"barcna\"; did you mean Bárcena?",
        "headline:mexcio | no story has \"mexcio\"; did you mean Mexico?",
        "\"lopes obrador\" | no story has \"lopes\"; did you mean López?",
        "(kloop OR xyzzyq) | no story has \"kloop\"; did you mean Klopp?",
      })
  void isSuggested(String query, String warning) throws IOException {
    try (StoryIndex index = Filed.of(List.of(STORY))) {
      Results found = index.search(StoryQuery.parse(query));
      assertThat(found.warnings()).extracting(Results.Warning::message).contains(warning);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "obrador",
        "Obradors talks",
        "migration",
        "xyzzyqwert",
        "-obradr talks",
        "obradr~",
        "obrdr*",
        "rna",
        "2024",
        "source:guardain",
        "talks 14,000",
      })
  void isNotSuggested(String query) throws IOException {
    try (StoryIndex index = Filed.of(List.of(STORY))) {
      assertThat(index.search(StoryQuery.parse(query)).warnings()).isEmpty();
    }
  }

  @Test
  void atMostThreeWordsAreLookedInto() throws IOException {
    try (StoryIndex index = Filed.of(List.of(STORY))) {
      Results found = index.search(StoryQuery.words("obradr mexcio kloop barcna migratoin"));
      assertThat(found.warnings()).hasSize(3);
      assertThat(index.search(StoryQuery.words("obradr").idsOnly()).warnings()).isEmpty();
    }
  }

  @Test
  void aRemovedStorySuggestsNothing() throws IOException {
    try (StoryIndex index = Filed.of(List.of(STORY))) {
      index.add(Story.builder().id("2").body("Nothing.").build());
      index.delete("1");
      index.commit();
      assertThat(index.search(StoryQuery.words("obradr")).warnings()).isEmpty();
    }
  }

  /** What hardly any story has may be a slip in them too. */
  @ParameterizedTest
  @CsvSource({
    "volker, 1, 8, true",
    "volker, 1, 7, false",
    "volker, 2, 15, false",
    "volker, 2, 16, true",
    "volker, 5, 40, true",
    "volker, 6, 60, false",
    "volckers, 1, 30, false",
  })
  void aRareWordMayBeAnothersSlip(String typed, int rare, int frequent, boolean isTold)
      throws IOException {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < rare + frequent; i++) {
      String name = i < rare ? "Volker" : "Volcker";
      stories.add(Story.builder().id("s" + i).body("Rates, said " + name + " again.").build());
    }
    try (StoryIndex index = Filed.of(stories)) {
      Results found = index.search(StoryQuery.parse(typed));
      assertThat(found.warnings())
          .extracting(Results.Warning::message)
          .isEqualTo(
              isTold
                  ? List.of(
                      (rare == 1 ? "1 story has" : rare + " stories have")
                          + " \"volker\"; did you mean Volcker, which "
                          + frequent
                          + " have?")
                  : List.of());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Volcker", "Volcker's", "Volcker’s", "VOLCKER", "Vólcker"})
  void aRareWordIsAnothersSlipHoweverThatIsWritten(String frequent) throws IOException {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      stories.add(Story.builder().id("s" + i).body("Said " + frequent + " aide again.").build());
    }
    stories.add(Story.builder().id("rare").body("Said Volker again.").build());
    try (StoryIndex index = Filed.of(stories)) {
      assertThat(index.search(StoryQuery.parse("volker")).warnings())
          .singleElement()
          .asString()
          .contains("which 30 have?");
    }
  }

  @ParameterizedTest
  @CsvSource({"joule, July", "viet, view", "simplicity, simply", "volker, Volckers"})
  void whatIsLikeItOnlyByItsStemIsNone(String rare, String frequent) throws IOException {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      stories.add(Story.builder().id("s" + i).body("Said " + frequent + " again.").build());
    }
    stories.add(Story.builder().id("rare").body("Said " + rare + " again.").build());
    try (StoryIndex index = Filed.of(stories)) {
      assertThat(index.search(StoryQuery.parse(rare)).warnings()).isEmpty();
    }
  }
}
