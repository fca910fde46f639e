package news.cuttings.formats.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "This story is from the December 29, 2023 edition of The Guardian. | December 29, 2023 |"
            + " The Guardian",
        "This article is from the 3 March 2024 issue of New Poetry | 3 March 2024 | New Poetry",
        "This story is from the Issue 57 edition of Woman's Hour. | Issue 57 | Woman's Hour",
        "From the January 5, 2024 issue of The Examiner | January 5, 2024 | The Examiner",
        "Diese Geschichte stammt aus der December 29, 2023-Ausgabe von The Post. | December 29,"
            + " 2023 | The Post",
        "Diese Geschichte stammt aus der Ausgabe vom 29. Dezember 2023 von The Post. | 29. Dezember"
            + " 2023 | The Post",
        "Cette histoire est tirée de l'édition de mars 2024 de The Post. | mars 2024 | The Post",
        "Cet article est tiré du numéro du 29 décembre 2023 de The Post. | 29 décembre 2023 | The"
            + " Post",
        "Esta historia es de la edición de 2 de abril de 2023 de The Post. | 2 de abril de 2023 |"
            + " The Post",
        "Questa storia è tratta dal numero di Primavera 2022 di The Post. | Primavera 2022 | The"
            + " Post",
        "Denna artikel är från December 2023-utgåvan av The Post. | December 2023 | The Post",
        "Ten artykuł pochodzi z wydania The Post z 29 grudnia 2023. | 29 grudnia 2023 | The Post",
      })
  void saysEditionAndPublication(String line, String edition, String source) {
    assertThat(EditionLine.of(line)).hasValue(new EditionLine(edition, source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This story is from the sort of life in which one says yes to things.",
        "This article in the March 2023 issue of Nature drew fire from scientists.",
        "The December 2023 edition of the festival was the wettest on record.",
        "From the first edition of 1923 to the last, the paper never named its owner.",
        "Diese Ausgabe war die letzte.",
      })
  void proseIsNoEditionLine(String line) {
    assertThat(EditionLine.of(line)).isEmpty();
  }
}
