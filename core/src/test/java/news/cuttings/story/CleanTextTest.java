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
import net.jqwik.api.constraints.IntRange;
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

  @Test
  void linesBrokenAtOneWidthAreOneParagraphWithoutBlankLinesToo() {
    String wrapped =
        """
        The dam will be built by the state company, the governor Robert
        Carmichael told the assembly in the capital on Friday, and it will
        take nine years, the engineers said, and cost four billion pesos.
        Half of it is lent by the bank.
        The mayors of the towns along the river wanted to see the plan
        before anybody pays for it, and to be asked about the fields there.\
        """;
    assertThat(CleanText.keptParagraphs(wrapped).split("\n"))
        .containsExactly(
            "The dam will be built by the state company, the governor Robert Carmichael told the"
                + " assembly in the capital on Friday, and it will take nine years, the engineers"
                + " said, and cost four billion pesos. Half of it is lent by the bank.",
            "The mayors of the towns along the river wanted to see the plan before anybody pays for"
                + " it, and to be asked about the fields there.");
  }

  @Test
  void listsVersesAndTablesAreKept() {
    String list =
        """
        Council votes to close the leaking pool in the spring
        Mayor of Brookford resigns
        Rain expected over the weekend in all of the county
        Two hurt in a fire at the mill
        A bridge opens\
        """;
    String items =
        """
        - The council of Brookford votes to close the leaking pool
        - The mayor of Brookford leaves her office in the spring
        - A bridge over the Penrow opens after eleven long years\
        """;
    String table =
        """
        Brookford Rovers      22   11   6   5   38
        Penrow United         22   10   6   6   31
        Harrow Town           22    9   7   6   30
        """;
    assertThat(CleanText.keptParagraphs(list)).isEqualTo(list);
    assertThat(CleanText.keptParagraphs(items)).isEqualTo(items);
    assertThat(CleanText.keptParagraphs(table)).isEqualTo(table.strip());
  }

  /** Words of sentences, broken at any usual width, come back as they were. */
  @Property
  void whatWasBrokenAtAWidthIsPutTogether(
      @ForAll @IntRange(min = 50, max = 95) int width,
      @ForAll @Size(min = 1, max = 4) List<@From("sentences") String> paragraphs) {
    String broken =
        paragraphs.stream().map(text -> broken(text, width)).collect(Collectors.joining("\n\n"));
    String whole = String.join("\n", paragraphs);

    assertThat(CleanText.keptParagraphs(broken)).isEqualTo(whole);
    assertThat(CleanText.paragraphs(broken)).isEqualTo(whole);
    assertThat(CleanText.keptParagraphs(broken(paragraphs.getFirst(), width)))
        .isEqualTo(paragraphs.getFirst());
  }

  @Provide
  Arbitrary<String> sentences() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(1)
        .ofMaxLength(11)
        .list()
        .ofMinSize(45)
        .ofMaxSize(120)
        .map(words -> "The " + String.join(" ", words) + ".");
  }

  private static String broken(String text, int width) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (String word : text.split(" ", -1)) {
      if (at > 0 && at + 1 + word.length() > width) {
        out.append('\n');
        at = 0;
      }
      out.append(at > 0 ? " " : "").append(word);
      at += word.length() + (at > 0 ? 1 : 0);
    }
    return out.toString();
  }

  /** Long texts of few words: many of them look wrapped. */
  @Property
  void joiningTwiceChangesNothing(
      @ForAll @Size(min = 1, max = 12) List<@From("lines") String> lines) {
    String text = String.join("\n", lines);
    String once = CleanText.paragraphs(text);
    String kept = CleanText.keptParagraphs(text);

    assertThat(CleanText.keptParagraphs(once)).isEqualTo(once);
    assertThat(CleanText.keptParagraphs(kept)).isEqualTo(kept);
  }

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> word =
        Arbitraries.of("council", "a", "the", "governor.", "of", "pool:", "- x");
    return Arbitraries.oneOf(
        word.list().ofMinSize(8).ofMaxSize(14).map(words -> String.join(" ", words)),
        Arbitraries.of("", "  indented line of the text that is rather long too", "Short."));
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
