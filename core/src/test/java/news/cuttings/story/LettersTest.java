package news.cuttings.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {

  @ParameterizedTest
  @CsvSource({
    "Bárcena, barcena",
    "Ba\u0301rcena, barcena",
    "O’Neill, oneill",
    "O'Neill, oneill",
    "OʼNeill, oneill",
    "Łukasz, lukasz",
    "Bjørnson, bjornson",
    "STRASSE, strasse",
    "Straße, strasse",
    "Þór, thor",
    "İstanbul, istanbul",
    "ﬁnal, final",
    "co\u00ADop, coop",
    "ŉ, n",
    "ΟΔΟΣ, οδοσ",
    "οδος, οδοσ",
    "한국, 한국",
  })
  void folds(String written, String folded) {
    assertThat(Letters.fold(written)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "O’Neill, o'neill",
    "BÁRCENA, bárcena",
    "Ba\u0301rcena, bárcena",
    "co\u00ADop, coop",
  })
  void keepsTheExactSpelling(String written, String exact) {
    assertThat(Letters.exact(written.replace("''", "'"))).isEqualTo(exact);
  }

  @ParameterizedTest
  @CsvSource({
    "Alicia  Bárcena, alicia barcena",
    "Anne-Marie O’Neill, anne marie oneill",
    "J.K. Rowling, j k rowling",
    "'  —— ', ''",
  })
  void keysOfNames(String name, String key) {
    assertThat(Letters.key(name)).isEqualTo(key);
  }

  @Property
  void foldingTwiceChangesNothing(@ForAll String text) {
    String folded = Letters.fold(text);
    assertThat(Letters.fold(folded)).isEqualTo(folded);
    String exact = Letters.exact(text);
    assertThat(Letters.exact(exact)).isEqualTo(exact);
  }

  @Property
  void onlyFoldingTellsTheExactSpellingFromTheFolded(@ForAll String text) {
    assertThat(Letters.fold(Letters.exact(text))).isEqualTo(Letters.fold(text));
  }

  @Property
  void aKeyIsItsOwnKey(@ForAll String name) {
    String key = Letters.key(name);
    assertThat(Letters.key(key)).isEqualTo(key);
    assertThat(key).doesNotStartWith(" ").doesNotEndWith(" ").doesNotContain("  ");
  }

  @Property
  void composedAndDecomposedAreTheSame(@ForAll String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(Letters.fold(decomposed)).isEqualTo(Letters.fold(text));
    assertThat(Letters.exact(decomposed)).isEqualTo(Letters.exact(text));
  }

  @Test
  void everyCharacterFoldsToWhatFoldsNoMore() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        continue;
      }
      String one = Character.toString(c);
      String folded = Letters.fold(one);
      assertThat(Letters.fold(folded)).as("U+%04X", c).isEqualTo(folded);
      String exact = Letters.exact(one);
      assertThat(Letters.exact(exact)).as("U+%04X", c).isEqualTo(exact);
      assertThat(Letters.fold(exact)).as("U+%04X", c).isEqualTo(folded);
    }
  }
}
