package news.cuttings.story;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the day from a date as newspapers and feeds write it: {@code 2023-12-29}, {@code
 * 2023-12-29T22:10:00-05:00} (the day as written), {@code December 29, 2023}, {@code 3 March 2024},
 * {@code Friday, 29th Dec. 2023}, {@code 26-FEB-1987 15:01:01.79}, {@code 19870226}.
 *
 * <p>A form that names no day ({@code Autumn 2022}) or could be two days ({@code 03/04/2024}) is
 * not read: a date is never guessed.
 */
public final class WrittenDate {
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?", Pattern.DOTALL);
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T.*)?");
  private static final String WEEKDAY =
      "(?:\\p{L}+day,?\\s+|(?:mon|tue|wed|thu|fri|sat|sun)\\.?,?\\s+)?";
  private static final Pattern MONTH_FIRST =
      Pattern.compile(WEEKDAY + "(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          WEEKDAY
              + "(\\d{1,2})(?:st|nd|rd|th|er|\\.)?(?:\\s+(?:of|de))?[\\s-]+(\\p{L}+)\\.?,?[\\s-]+(?:de[l]?\\s+)?(\\d{4})"
              + "(?:\\s+\\d{1,2}:\\d{2}.*)?");

  /** The months in English, then in the other languages of the sites that carry papers; folded. */
  private static final List<List<String>> MONTHS =
      List.of(
          names(
              "january february march april may june july august september october november december"),
          names(
              "januar februar marz april mai juni juli august september oktober november dezember"),
          names(
              "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"),
          names(
              "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
          names(
              "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
          names(
              "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro"),
          names(
              "januari februari maart april mei juni juli augustus september oktober november december"));

  private WrittenDate() {}

  /** The day that the whole text names; empty where it names none or more than one. */
  public static Optional<LocalDate> parse(String text) {
    if (text.length() > 200) {
      return Optional.empty();
    }
    String line = Letters.fold(Letters.squeeze(text));
    if (line.length() > 60) {
      return Optional.empty();
    }
    Matcher iso = ISO.matcher(line.replace('t', 'T'));
    if (iso.matches()) {
      return day(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher compact = COMPACT.matcher(line.replace('t', 'T'));
    if (compact.matches()) {
      return day(compact.group(1), compact.group(2), compact.group(3));
    }
    Matcher dayFirst = DAY_FIRST.matcher(line);
    if (dayFirst.matches()) {
      return month(dayFirst.group(2)).flatMap(m -> day(dayFirst.group(3), m, dayFirst.group(1)));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(line);
    if (monthFirst.matches()) {
      return month(monthFirst.group(1))
          .flatMap(m -> day(monthFirst.group(3), m, monthFirst.group(2)));
    }
    return Optional.empty();
  }

  /** The moment that an ISO date-time with an offset names; empty for every other text. */
  public static Optional<Instant> moment(String text) {
    String line = text.strip();
    if (line.indexOf('T') < 0 || line.length() > 60) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(line).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> month(String name) {
    if (name.length() < 3) {
      return Optional.empty();
    }
    for (List<String> months : MONTHS) {
      int month = months.indexOf(name);
      if (month >= 0) {
        return Optional.of(Integer.toString(month + 1));
      }
    }
    for (int i = 0; name.length() <= 4 && i < 12; i++) {
      if (MONTHS.getFirst().get(i).startsWith(name)) {
        return Optional.of(Integer.toString(i + 1));
      }
    }
    return Optional.empty();
  }

  private static List<String> names(String names) {
    return List.of(names.split(" "));
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
