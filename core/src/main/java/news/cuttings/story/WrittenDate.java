package news.cuttings.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the day from a date as newspapers, feeds and programs write it: {@code 2023-12-29}, {@code
 * 2023-12-29T22:10:00-05:00} (the day as written), {@code December 29, 2023 Friday}, {@code lundi
 * 27 novembre 2017}, {@code Updated 3.21 pm, Mon., Nov. 27, 2017}, {@code Mon Nov 27 15:21:41 +0000
 * 2017}, {@code 26-FEB-1987 15:01:01.79}, {@code 27/11/2017}, {@code 19870226}.
 *
 * <p>A date is never guessed. Every way to read the text is tried, a word that means two months in
 * two languages, numbers that may be day and month or month and day; where a weekday stands beside
 * them it decides; and there is a day only where all that is left comes to one. {@code 03/04/2024}
 * and {@code 3 to 5 March 2024} name two, {@code Autumn 2022} none.
 */
public final class WrittenDate {
  /** What comes first in a date like {@code 03/04/2024}. */
  public enum Order {
    /** Not known: such a date names two days, and is not read. */
    UNKNOWN,
    /** The day: the third of April. */
    DAY_FIRST,
    /** The month: the fourth of March. */
    MONTH_FIRST
  }

  private static final int LONGEST = 120;
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,20}(?:\\.\\d{1,20})?(?:[eE]\\+?\\d{1,2})?");

  /** A count of seconds since 1970 has nine digits from 1973 on. */
  private static final BigDecimal FEWEST = BigDecimal.valueOf(100_000_000);

  /** In seconds, milliseconds, microseconds and nanoseconds the counts until 2286 are apart. */
  private static final int MOST_SECONDS = 10;

  private static final int MOST_NANOSECONDS = 19;

  private WrittenDate() {}

  /** The day that the whole text names; empty where it names none or more than one. */
  public static Optional<LocalDate> parse(String text) {
    return parse(text, Order.UNKNOWN);
  }

  /**
   * The day that the whole text names, where that comes first in dates like {@code 03/04/2024}.
   * Where a text says when a story was published and when it was updated, the former counts.
   */
  public static Optional<LocalDate> parse(String text, Order order) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(order, "order");
    if (ISO.matcher(text).matches()) {
      return day(
          Integer.parseInt(text, 0, 4, 10),
          Integer.parseInt(text, 5, 7, 10),
          Integer.parseInt(text, 8, 10, 10));
    }
    Set<LocalDate> days = new HashSet<>();
    Set<LocalDate> updates = new HashSet<>();
    for (DateLine line : lines(text)) {
      Set<LocalDate> named = line.days(order);
      if (named.isEmpty() && !line.isTimeAlone()) {
        return Optional.empty();
      }
      (line.isUpdate() ? updates : days).addAll(named);
    }
    return only(days.isEmpty() ? updates : days);
  }

  /** What a caller can do for a date that names two days; empty for every other. */
  public static String advice(String text) {
    Objects.requireNonNull(text, "text");
    return parse(text).isEmpty() && parse(text, Order.DAY_FIRST).isPresent()
        ? ": day or month may come first, and StoryFiles.dates says which"
        : "";
  }

  /** The moment that a day with a time and an offset names; empty for every other text. */
  public static Optional<Instant> moment(String text) {
    Objects.requireNonNull(text, "text");
    if (ISO.matcher(text).matches()) { // as filed stories have it, which are read again and again
      return Optional.empty();
    }
    List<DateLine> lines = lines(text);
    return lines.size() == 1
        ? only(lines.getFirst().days(Order.UNKNOWN))
            .flatMap(day -> lines.getFirst().moments(day).findFirst())
        : Optional.empty();
  }

  /**
   * The moment that a number means which counts seconds, milliseconds, microseconds or nanoseconds
   * since 1970; empty where it is a day in eight digits, or too small to be sure.
   */
  public static Optional<Instant> stamp(String number) {
    Objects.requireNonNull(number, "number");
    if (!NUMBER.matcher(number).matches() || parse(number).isPresent()) {
      return Optional.empty();
    }
    BigDecimal count = new BigDecimal(number);
    int digits = count.precision() - count.scale();
    if (count.abs().compareTo(FEWEST) < 0 || digits > MOST_NANOSECONDS) {
      return Optional.empty();
    }
    int power = digits <= MOST_SECONDS ? 0 : (digits - MOST_SECONDS + 2) / 3 * 3;
    BigDecimal seconds = count.movePointLeft(power);
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    long nanos = seconds.subtract(whole).movePointRight(9).longValue();
    return Optional.of(Instant.ofEpochSecond(whole.longValueExact(), nanos));
  }

  private static List<DateLine> lines(String text) {
    return text.length() > LONGEST || text.chars().noneMatch(Character::isDigit)
        ? List.of()
        : DateLine.in(text);
  }

  private static Optional<LocalDate> only(Set<LocalDate> days) {
    return days.size() == 1 ? Optional.of(days.iterator().next()) : Optional.empty();
  }

  /** That day; empty where there is none such, or none that a story can have. */
  static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day)).filter(Story::isDay);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
