package news.cuttings.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a story can be. */
class StoryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-999999999-01-01",
        "-0001-12-31",
        "0000-12-31",
        "+10000-01-01",
        "+999999999-12-31"
      })
  void aDateIsOfTheYears1To9999(String day) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Story.builder().date(LocalDate.parse(day)))
        .withMessageContaining("1 to 9999")
        .withMessageContaining(day);
  }

  @Test
  void theFirstAndTheLastDayAreDates() {
    for (String day : List.of("0001-01-01", "9999-12-31")) {
      assertThat(Story.builder().body("x").date(LocalDate.parse(day)).build().date())
          .contains(LocalDate.parse(day));
    }
  }

  @Test
  void aMomentIsOfTheSameYears() {
    for (Instant moment :
        List.of(Instant.MIN, Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Story.builder().published(moment))
          .withMessageContaining("1 to 9999");
    }
    Instant last = Instant.parse("9999-12-31T23:59:59Z");
    assertThat(Story.builder().body("x").published(last).build().published()).contains(last);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-01-01",
        "-0001-01-01",
        "+10000-01-01",
        "12023-01-01",
        "-5000000-01-01",
        "+10000-01-01T10:00:00Z"
      })
  void jsonTellsADateThatNoStoryHas(String date) throws BadStoryException {
    List<String> notes = new ArrayList<>();
    Story story =
        StoryJson.read(
                "{\"id\":\"a\",\"body\":\"x\",\"date\":\"" + date + "\"}",
                UnaryOperator.identity(),
                notes::add)
            .build();
    assertThat(story.date()).isEmpty();
    assertThat(notes).singleElement().asString().contains("no day could be read", date);
  }

  @Test
  void jsonTellsAMomentThatNoStoryHas() throws BadStoryException {
    List<String> notes = new ArrayList<>();
    Story story =
        StoryJson.read(
                "{\"id\":\"a\",\"body\":\"x\",\"published\":\"+10000-01-01T00:00:00Z\"}",
                UnaryOperator.identity(),
                notes::add)
            .build();
    assertThat(story.published()).isEmpty();
    assertThat(notes).singleElement().asString().contains("no moment could be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " lead",
        "trail ",
        "a b",
        "a  b",
        "*",
        "\\",
        "\"",
        "--help",
        "\u200b",
        "\ufeffbom",
        "\u202eid",
        "\u00a0x",
        "\ud83d\ude00",
        "e\u0301",
        "\u00e9",
        "\ufffd",
        "\ufffe",
        "0",
        "null"
      })
  void anIdIsKeptAsItIs(String id) throws BadStoryException {
    Story story = Story.builder().id(id).body("x").build();
    assertThat(story.id()).isEqualTo(id);
    assertThat(Story.isId(id)).isTrue();
    assertThat(StoryJson.read(StoryJson.write(story))).isEqualTo(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\tb",
        "a\rb",
        "a\u0000b",
        "\u001b[31mred",
        "x\u007f",
        "x\u0085y",
        "x\u009by",
        "x\u2028y",
        "a\n",
        "ls\ud800x",
        "\udc00",
        "a\ud83d",
        "\ude00\ud83d"
      })
  void anIdThatTextCannotHoldIsRefused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Story.builder().id(id))
        .withMessageStartingWith("an id may have no ")
        .withMessageMatching(".*U\\+[0-9A-F]{4} as character \\d+");
    assertThat(Story.isId(id)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u00a0", "\u3000"})
  void aBlankIdIsNone(String id) {
    Story one = Story.builder().id(id).body("one").build();
    Story other = Story.builder().id(id).body("other").build();
    assertThat(one.id()).matches("[0-9a-f]{32}").isNotEqualTo(other.id());
    assertThat(Story.isId(id)).isFalse();
  }
}
