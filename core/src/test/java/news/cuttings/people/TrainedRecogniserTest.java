package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedRecogniserTest {
  private static final Recogniser RECOGNISER = TrainedRecogniser.standard();

  private static List<String> names(String text) {
    return RECOGNISER.mentions(text).stream()
        .map(mention -> text.substring(mention.start(), mention.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sir Rhodri ap Hywel met the press on Monday. | Rhodri ap Hywel
          They met President Joe Biden in Paris. | Joe Biden
          The book is by J. K. Rowling, it said. | J. K. Rowling
          The painter was Vincent van Gogh. | Vincent van Gogh
          The head of the commission, Ursula von der Leyen, spoke. | Ursula von der Leyen
          Syrian President Bashar al-Assad spoke in Damascus. | Bashar al-Assad
          He was killed like Osama bin Laden. | Osama bin Laden
          This was Jean-Paul Sartre's book. | Jean-Paul Sartre
          This was Jean-Paul Sartre’s book. | Jean-Paul Sartre
          The lawyer, Anthony "Rumpole" Smith, agreed. | Anthony "Rumpole" Smith
          The foreign minister, Alicia Bárcena, said so. | Alicia Bárcena
          Martin Luther King Jr was born in Atlanta. | Martin Luther King Jr
          Critics of the Obama administration left. | Obama
          It was Mrs Thatcher who won in London. | Thatcher
          They met Earvin "Magic" Johnson in Los Angeles. | Earvin "Magic" Johnson
          The basketball player "Magic" Johnson retired. | "Magic" Johnson
          José Luis Rodríguez Zapatero spoke in Madrid. | José Luis Rodríguez Zapatero
          Prime Minister Narendra Modi spoke. | Narendra Modi
          """)
  void findsNamesWithoutTitles(String text, String name) {
    assertThat(names(text)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Aston Villa beat Crystal Palace on Saturday.",
        "The match was played at St James' Park.",
        "Shares in Johnson & Johnson rose.",
        "He ate at McDonald's, and Moody's cut its rating.",
        "The jeweller Harry Winston sells diamonds.",
        "Tropical Storm Isaac and Typhoon Haiyan hit the islands.",
        "Goldman, Sachs and Co rose.",
        "LONDON, Jan. 5 - Stocks fell in Conn., they said.\nReuter",
        "I'm sure, and I've said so.",
        "It is near John F. Kennedy Boulevard.",
        "Hurricane Katrina hit New Orleans in August.",
        "The Dodd-Frank Act was passed in Washington on Tuesday.",
        "German, French and Catholic leaders met in March.",
        "",
      })
  void findsNobodyElsewhere(String text) {
    assertThat(names(text)).isEmpty();
  }

  @Test
  void theTextItselfIsEvidence() {
    assertThat(
            names("COOTE SUSPENDED OVER KLOPP TIRADE\nReferee David Coote insulted Jürgen Klopp."))
        .containsExactly("COOTE", "KLOPP", "David Coote", "Jürgen Klopp");
    assertThat(names("COATS SUSPENDED OVER TIRADE\nThe referee wore coats.")).isEmpty();
  }

  @Test
  void theWordsOfAFirmAreNobody() {
    assertThat(names("Mr Donald Trump bought Baker Corp from James Smith. Smith sold Baker."))
        .containsExactly("Donald Trump", "James Smith", "Smith");
  }

  @Test
  void aFullNameIsSurerThanASurnameAlone() {
    List<Mention> full = RECOGNISER.mentions("The referee David Coote left.");
    List<Mention> alone = RECOGNISER.mentions("They were told Mr Coote left.");
    assertThat(full.getFirst().confidence()).isGreaterThan(alone.getFirst().confidence());
  }

  @Property
  void anyTextIsRead(@ForAll("texts") String text) {
    int last = 0;
    for (Mention mention : RECOGNISER.mentions(text)) {
      assertThat(mention.start()).isGreaterThanOrEqualTo(last);
      assertThat(mention.end()).isLessThanOrEqualTo(text.length());
      assertThat(mention.confidence()).isBetween(0.0, 1.0);
      assertThat(text.substring(mention.start(), mention.end())).doesNotContain("\n");
      last = mention.end();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "John",
            "Smith",
            "van",
            "de",
            "Mr.",
            "J.",
            "K.",
            "O'Neill",
            "'s",
            "’s",
            "\"",
            "'",
            "(",
            "&",
            "-",
            ".",
            ",",
            "\n",
            "\r\n",
            " ",
            "  ",
            "\t",
            "\u00AD",
            "\u200B",
            "\u202E",
            "\uFEFF",
            "é",
            "e\u0301",
            "\uD83D",
            "\uDE00",
            "😀",
            "金正恩",
            "Владимир",
            "محمد",
            "한국",
            "İ",
            "ß",
            "THE",
            "the",
            "1996",
            "\u2028",
            "al-",
            "d'",
            "Ǆ",
            "said");
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(5))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A", "JOHN ", "John ", "John SMITH said ", "J.", "J. ", "Mr. ", "O'", "van der ", "Al-",
            "\"J\" ",
        "\u00AD", "\u200BX", "\u202EAbc ", "金正恩", "Владимир Путин ", "😀", "&", "'s ", "É",
            "e\u0301", "-\n"
      })
  void timeIsLinear(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> RECOGNISER.mentions(text));
  }

  @Test
  void tenMegabytesOfCapitalsAreRead() {
    String text = "JOHN SMITH MET ".repeat(10_000_000 / 15);
    Assertions.assertTimeout(Duration.ofSeconds(60), () -> RECOGNISER.mentions(text));
  }

  @Test
  void namesOfFiveHundredLettersAreRead() {
    String name = "John " + "Q".repeat(500) + "x";
    assertThat(names("It was the minister, " + name + ", who spoke."))
        .allSatisfy(found ->
            assertThat(name.toLowerCase(Locale.ROOT)).contains(found.toLowerCase(Locale.ROOT)));
  }

  @Test
  void whatNobodySeesPartsNoName() {
    assertThat(names("They met President Joe Bi\u00ADden in Paris."))
        .containsExactly("Joe Bi\u00ADden");
    assertThat(names("They met President \u200BJoe Biden\u202C in Paris.")).hasSize(1);
  }
}
