package news.cuttings.query.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.Texts;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed is read, soon, and what is warned of is in the text. */
class AnyTextTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 12, 29);
  private static final int WORDS = 100_000;

  @Property(tries = 4000)
  void isRead(@ForAll("texts") String text) {
    StoryQuery query = StoryQuery.parse(text, TODAY);
    assertThat(query.interpretation()).isNotBlank();
    for (Results.Warning warning : query.warnings()) {
      assertThat(warning.from()).as(warning.message()).isBetween(0, text.length());
      assertThat(warning.to()).isBetween(warning.from(), text.length());
    }
    assertThat(StoryQuery.words(text).interpretation()).isNotBlank();
  }

  /** Everything that opens, repeats or nests, so often that anything but a linear look is seen. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "word ",
        "a",
        "(",
        ")",
        "\"",
        "«",
        "“",
        "« ",
        "\"a ",
        "\"a\" ",
        "headline:",
        "date:[ ",
        "date:[",
        "since:\"",
        "a:b ",
        "^",
        "^1",
        "~",
        "~1",
        "a~1^",
        "*",
        "\\",
        "\\\\",
        "-",
        "- ",
        "+",
        "AND ",
        "OR ",
        "NOT ",
        "a OR ",
        "NOT (",
        "(a OR ",
        "headline:(",
        "/",
        "w/",
        ".",
        "1",
        "^1111",
        "WORD ",
        "北",
        "😀",
        "\u0000",
        "\u0301",
        "\uD83D",
        "'",
        "!",
        "? ",
        ": ",
        "[",
        "&& "
      })
  @Timeout(60) // a guard against what is not linear, no measure of speed
  void isReadHoweverLong(String piece) {
    String text = piece.repeat(WORDS);
    StoryQuery query = StoryQuery.parse(text, TODAY);
    assertThat(query.warnings().size()).isLessThan(50);
    assertThat(StoryQuery.parse(query.text(), TODAY).clauses()).isEqualTo(query.clauses());
  }

  @Property(tries = 3)
  void isReadHoweverLongWhateverItIs(@ForAll("long texts") String text) {
    assertThat(StoryQuery.parse(text, TODAY).warnings().size()).isLessThan(50);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(List.of(Texts.typed(), Arbitraries.strings().ofMaxLength(200)));
  }

  @Provide("long texts")
  Arbitrary<String> longTexts() {
    return Texts.typed().map(text -> (text + " ").repeat(WORDS / 10));
  }
}
