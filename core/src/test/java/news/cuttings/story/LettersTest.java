package news.cuttings.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
    "مُحَمَّد, محمد",
    "محـــمد, محمد",
    "شَاهَدَ, شاهد",
    "أحمد, احمد",
    "إسلام, اسلام",
    "آمال, امال",
    "ٱلله, الله",
    "القاهرة, القاهره",
    "مصطفى, مصطفي",
    "علی, علي",
    "کتاب, كتاب",
    "ﻣﺤﻤﺪ, محمد",
    "שָׁלוֹם, שלום",
    "שׁלום, שלום",
    "צה״ל, צהל",
    "צה\"ל, צהל",
    "ג׳ורג׳, גורג",
    "हिन्दी, हिन्दी",
    "ภาษาไทย, ภาษาไทย",
  })
  void folds(String written, String folded) {
    assertThat(Letters.fold(written)).isEqualTo(folded);
  }

  /** Points are put where a writer may put them; no reader takes them for another word. */
  @Property
  void pointsOfArabicAndHebrewAreAccents(@ForAll("pointed") String text) {
    String bare =
        text.replaceAll("[\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u0640\\u064B-\\u0652\\u0670]", "");
    assertThat(Letters.fold(text)).isEqualTo(Letters.fold(bare));
    assertThat(Letters.fold(bare)).isEqualTo(bare);
    assertThat(Letters.key(text)).isEqualTo(bare.strip().replaceAll(" +", " "));
  }

  @Provide
  Arbitrary<String> pointed() {
    Arbitrary<String> arabic = pointed("ابتثجحخدذرزسشصضطظعغفقلمنهوي", "ـًٌٍَُِّْٰ");
    Arbitrary<String> hebrew = pointed("אבגדהוזחטיכלמנסעפצקרשתםןףךץ", "ְֱֲֳִֵֶַָׁׂ");
    return Arbitraries.oneOf(arabic, hebrew)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(words -> String.join(" ", words));
  }

  private static Arbitrary<String> pointed(String letters, String points) {
    Arbitrary<Character> letter = Arbitraries.of(chars(letters));
    Arbitrary<String> marks =
        Arbitraries.of(chars(points)).list().ofMaxSize(2).map(LettersTest::of);
    return Combinators.combine(letter, marks)
        .as((one, behind) -> one + behind)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  private static List<Character> chars(String text) {
    return text.chars().mapToObj(c -> (char) c).toList();
  }

  private static String of(List<Character> chars) {
    return chars.stream().map(String::valueOf).collect(Collectors.joining());
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
