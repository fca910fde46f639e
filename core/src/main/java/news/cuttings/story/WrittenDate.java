package news.cuttings.story;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
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
              + "(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(\\p{L}+)\\.?,?[\\s-]+(\\d{4})"
              + "(?:\\s+\\d{1,2}:\\d{2}.*)?");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private WrittenDate() {}

  /** The day that the whole text names; empty where it names none or more than one. */
  public static Optional<LocalDate> parse(String text) {
    String line = Letters.squeeze(text).toLowerCase(Locale.ROOT);
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
    for (int i = 0; i < MONTHS.size(); i++) {
      String month = MONTHS.get(i);
      if (month.equals(name) || (name.length() <= 4 && month.startsWith(name))) {
        return Optional.of(Integer.toString(i + 1));
      }
    }
    return Optional.empty();
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
