package news.cuttings.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import news.cuttings.story.WrittenDate.Order;
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
        "2017/11/27 | 2017-11-27",
        "27/11/2017 | 2017-11-27",
        "11/27/2017 3:21:00 PM | 2017-11-27",
        "Nov 27, 2017 15:21 | 2017-11-27",
        "Mon 27 Nov 2017 10.00 GMT | 2017-11-27",
        "Mon Nov 27 2017 15:21:41 GMT+0000 (Coordinated Universal Time) | 2017-11-27",
        "Mon Nov 27 15:21:41 +0000 2017 | 2017-11-27",
        "November 27, 2017 Monday | 2017-11-27",
        "Updated 3.21 pm, Mon., Nov. 27, 2017 | 2017-11-27",
        "Tues., Nov. 28, 2017 | 2017-11-28",
        "First published on Mon 27 Nov 2017 10.00 GMT | 2017-11-27",
        "Mon 27 Nov 2017 10.00 GMT Last modified on Tue 28 Nov 2017 12.00 GMT | 2017-11-27",
        "27 Nov 2017 1521 GMT | 2017-11-27",
        "13.11.2017 10.30 | 2017-11-13",
        "Mon 03/04/2017 | 2017-04-03",
        "03/03/2017 | 2017-03-03",
        "27/nov/2017 | 2017-11-27",
        "27NOV2017 | 2017-11-27",
        "20171127T152141Z | 2017-11-27",
        "201711271521 | 2017-11-27",
        "2017-11-27+01:00 | 2017-11-27",
        "27 d’abril de 2017 | 2017-04-27",
        "segunda-feira, 27 de novembro de 2017 às 15h21 | 2017-11-27",
        "2017年11月27日(月) 15時21分 | 2017-11-27",
        "2017년 11월 27일 월요일 | 2017-11-27",
        "27 listopada 2017 | 2017-11-27",
        "27. listopada 2017. | 2017-10-27",
        "mar 28 mar 2017 | 2017-03-28",
        "Tuesday, 27 November 2017 | 2017-11-27",
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
        "2017-11-18 to 2017-11-20",
        "18 November 2017 to 20 November 2017",
        "Published 18 November 2017, published 20 November 2017",
        "3-5 March 2024",
        "3 and 5 March 2024",
        "10.11.2017 10.30",
        "2017 10.30",
        "27-Nov-17",
        "03/04/17",
        "27 November 2017 in Brookford",
        "27 lip",
      })
  void neverGuesses(String text) {
    assertThat(WrittenDate.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "03/04/2017 | 2017-04-03 | 2017-03-04",
        "03.04.2017 10.30 | 2017-04-03 | 2017-03-04",
        "03/04/17 | 2017-04-03 | 2017-03-04",
        "03/04/87 | 1987-04-03 | 1987-03-04",
        "27/11/2017 | 2017-11-27 | 2017-11-27",
        "11/27/2017 | 2017-11-27 | 2017-11-27",
        "27-Nov-17 | 2017-11-27 | 2017-11-27",
        "2017-04-03 | 2017-04-03 | 2017-04-03",
      })
  void theOrderDecidesWhereItIsKnown(String text, LocalDate dayFirst, LocalDate monthFirst) {
    assertThat(WrittenDate.parse(text, Order.DAY_FIRST)).contains(dayFirst);
    assertThat(WrittenDate.parse(text, Order.MONTH_FIRST)).contains(monthFirst);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon, 27 Nov 2017 15:21:41 +0100 | 2017-11-27T14:21:41Z",
        "Mon, 27 Nov 2017 15:21:41 EST | 2017-11-27T20:21:41Z",
        "Nov. 27, 2017 at 10 p.m. GMT | 2017-11-27T22:00:00Z",
        "Mon Nov 27 15:21:41 +0000 2017 | 2017-11-27T15:21:41Z",
        "2017-11-27T15:21:41.123456Z | 2017-11-27T15:21:41.123456Z",
        "20171127T152141-0500 | 2017-11-27T20:21:41Z",
      })
  void momentsAreReadInOtherFormsToo(String text, Instant moment) {
    assertThat(WrittenDate.moment(text)).contains(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "1511796101, 2017-11-27T15:21:41Z",
    "1511796101.0, 2017-11-27T15:21:41Z",
    "1511796101.25, 2017-11-27T15:21:41.250Z",
    "1.511796101E9, 2017-11-27T15:21:41Z",
    "1511796101123, 2017-11-27T15:21:41.123Z",
    "1511796101123456, 2017-11-27T15:21:41.123456Z",
    "1511796101123456789, 2017-11-27T15:21:41.123456789Z",
    "-315619200, 1960-01-01T00:00:00Z",
  })
  void countsSince1970AreMoments(String number, Instant moment) {
    assertThat(WrittenDate.stamp(number)).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"20171127", "2017", "42", "0", "", "x", "201711271521", "1e99", "99999999"})
  void otherNumbersAreNone(String number) {
    assertThat(WrittenDate.stamp(number)).isEmpty();
  }
}
