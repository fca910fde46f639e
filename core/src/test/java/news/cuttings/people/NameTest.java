package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {
  @ParameterizedTest
  @CsvSource({
    "Klopp, Jürgen Klopp",
    "J. Klopp, Jürgen Klopp",
    "Barcena, Alicia Bárcena",
    "BÁRCENA, Alicia Bárcena",
    "ONeill, Martin O’Neill",
    "John Kennedy, John F. Kennedy",
    "J.F. Kennedy, John Fitzgerald Kennedy",
    "Van Nistelrooy, Ruud van Nistelrooy",
    "Nistelrooy, Ruud van Nistelrooy",
    "al-Assad, Bashar Assad",
    "Assad, Bashar al-Assad",
    "López Obrador, Andrés Manuel López Obrador",
    "Smith, Anthony \"Rumpole\" Smith",
    "Anthony Smith, Anthony \"Rumpole\" Smith",
    "Magic Johnson, Earvin \"Magic\" Johnson",
    "\"Magic\" Johnson, Earvin \"Magic\" Johnson",
    "Johnson, \"Magic\" Johnson",
    "Martin Luther King, Martin Luther King Jr.",
    "Baker, james-baker",
    "James Baker, 'Baker, James A.'",
  })
  void fitsAsSurname(String shorter, String full) {
    assertThat(Name.of(shorter).fit(Name.of(full))).isEqualTo(Name.SURNAME);
  }

  @ParameterizedTest
  @CsvSource({
    "Gil Gomes, Angel Gomes",
    "Van Morrison, Jim Morrison",
    "K. Klopp, Jürgen Klopp",
    "J., Jürgen Klopp",
    "George Bush Jr, George Bush Sr",
    "Jürgen Klopp, Klopp",
    "Klop, Jürgen Klopp",
  })
  void doesNotFit(String shorter, String full) {
    assertThat(Name.of(shorter).fit(Name.of(full))).isEqualTo(Name.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Durham, Charles | Charles Durham
          OBRADOR Andrés Manuel López | Andrés Manuel López Obrador
          LÓPEZ-ALEGRÍA Michael | Michael López-Alegría
          JK Rowling | JK Rowling
          JÜRGEN KLOPP | JÜRGEN KLOPP
          Martin Luther King, Jr. | Martin Luther King Jr.
          """)
  void theSurnameIsShownLast(String written, String shown) {
    assertThat(Name.of(written).shown()).isEqualTo(shown);
  }

  @Test
  void initialsAreOneHoweverWritten() {
    assertThat(Name.of("J. K. Rowling").key())
        .isEqualTo(Name.of("J.K. Rowling").key())
        .isEqualTo(Name.of("JK Rowling").key());
  }

  @Test
  void givenNamesAndFirstSurnamesFitLess() {
    Name full = Name.of("Andrés Manuel López Obrador");
    assertThat(Name.of("Andrés").fit(full)).isEqualTo(Name.GIVEN);
    assertThat(Name.of("López").fit(full)).isEqualTo(Name.INNER);
    assertThat(Name.of("Andrés López").fit(full)).isEqualTo(Name.INNER);
  }

  @Test
  void aNameOfMarksIsAName() {
    assertThat(Name.of("?!").fit(Name.of("?!"))).isEqualTo(Name.SURNAME);
  }

  @Test
  void codesAreToldFromNames() {
    assertThat(Name.of("james-baker").isCode()).isTrue();
    assertThat(Name.of("Jean-Paul").isCode()).isFalse();
    assertThat(Name.of("james baker-smith").isCode()).isFalse();
  }
}
