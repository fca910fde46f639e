package news.cuttings.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-12-29 | 2023-12-29",
        "2023-12-29T22:10:00-05:00 | 2023-12-29",
        "2023-12-29 22:10 | 2023-12-29",
        "December 29, 2023 | 2023-12-29",
        "March 03, 2024 | 2024-03-03",
        "3 March 2024 | 2024-03-03",
        "Friday, 29th Dec. 2023 | 2023-12-29",
        "Fri, 29 Dec 2023 22:10:00 GMT | 2023-12-29",
        "26-FEB-1987 15:01:01.79 | 1987-02-26",
        "19870226 | 1987-02-26",
        "Sept. 1, 2021 | 2021-09-01",
        "29 February 2024 | 2024-02-29",
      })
  void reads(String text, LocalDate day) {
    assertThat(WrittenDate.parse(text)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Autumn 2022",
        "03/04/2024",
        "2023-13-01",
        "29 February 2023",
        "December 2023",
        "32 March 2024",
        "yesterday",
        "3 Marzo 2024x",
        "Ma 3, 2024",
        "20231301",
      })
  void neverGuesses(String text) {
    assertThat(WrittenDate.parse(text)).isEmpty();
  }

  @Property
  void neverFails(@ForAll String text) {
    WrittenDate.moment(text);
    WrittenDate.parse(text).ifPresent(day -> assertThat(day.getYear()).isBetween(0, 9999));
  }

  @Test
  void momentsNeedAnOffset() {
    assertThat(WrittenDate.moment("2023-12-29T22:10:00-05:00"))
        .contains(Instant.parse("2023-12-30T03:10:00Z"));
    assertThat(WrittenDate.moment("2023-12-29T22:10:00")).isEmpty();
  }
}
