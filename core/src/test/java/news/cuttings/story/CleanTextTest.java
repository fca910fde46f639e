package news.cuttings.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CleanTextTest {

  @Test
  void noCharacterThatNoTextHas() {
    assertThat(CleanText.characters("a\u0000b\u001Fc\u009Fd\uD800e\tf\n"))
        .isEqualTo("a b c d\uFFFDe\tf\n");
  }

  @Test
  void cleanTextIsTheSameObject() {
    String text = "Clean 😀 text";
    assertThat(CleanText.characters(text)).isSameAs(text);
  }

  @Test
  void aLineIsAParagraph() {
    assertThat(CleanText.paragraphs(" One.\r\n\r\n\u00A0Two. \n\u2028Three.\n"))
        .isEqualTo("One.\nTwo.\nThree.");
  }

  @Test
  void wrappedLinesAreJoined() {
    String wrapped =
        """
        The talks on migration between Mexico and the United
        States went on for a third day and ended without a
        word to the press on Friday evening.

        A second round is due in the first week of January,
        said the foreign minister on her way to the airport
        where the delegation had been waiting.
        """;
    assertThat(CleanText.paragraphs(wrapped).split("\n")).hasSize(2);
    assertThat(CleanText.keptParagraphs(wrapped)).isEqualTo(CleanText.paragraphs(wrapped));
  }

  @Property
  void cleaningTwiceChangesNothing(@ForAll String text) {
    String clean = CleanText.characters(text);
    assertThat(CleanText.characters(clean)).isEqualTo(clean);
    String once = CleanText.paragraphs(text);
    assertThat(CleanText.keptParagraphs(once)).isEqualTo(once);
  }

  /** One line: slowly, what is kept of it; most of the characters are ones that matter. */
  @Property
  void aLineIsTrimmedAndCleaned(
      @ForAll @Size(max = 6) List<@From("characters") Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    String slowly =
        Stream.of(CleanText.characters(text.toString()).split("\\R"))
            .map(CleanTextTest::trimmed)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    assertThat(CleanText.keptParagraphs(text.toString())).isEqualTo(slowly);
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.chars()
        .with('a', ' ', '\n', '\r', '\t', '\u000B', '\u0000', '\u0085', '\u00A0', '\u2028')
        .with('\u2029', '\u3000', '\u009F', '\uD83D', '\uDE00', '\u00E9');
  }

  private static String trimmed(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && Letters.isSpace(line.charAt(from))) {
      from++;
    }
    while (to > from && Letters.isSpace(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }
}
