package news.cuttings.story;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
}
