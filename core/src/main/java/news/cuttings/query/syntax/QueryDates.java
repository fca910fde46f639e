package news.cuttings.query.syntax;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.story.WrittenDate;

/**
 * Reads the dates of the query language: a day, a month, a year, a range of them, or so many days,
 * weeks, months or years before today; a day also as newspapers write it. Whole days, both ends
 * included.
 */
public final class QueryDates {
  /** How a date can be written, for messages. */
  public static final String FORMS = "2023-12-29, 2023-12, 2023 or 7d";

  private static final Pattern DAY = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/](\\d{1,2})");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern AGO = Pattern.compile("(\\d{1,5})([dwmy])");
  private static final Pattern BRACKETS =
      Pattern.compile("[\\[{]\\s*(\\S+)\\s+TO\\s+(\\S+?)\\s*[\\]}]");

  private final LocalDate today;

  public QueryDates(LocalDate today) {
    this.today = today;
  }

  /** What follows {@code date:}; empty where it is no date. */
  Optional<Clause> date(String text) {
    if (text.equals("*")) {
      return Optional.of(new Clause.Days(null, null));
    }
    if (text.equalsIgnoreCase("none")) {
      return Optional.of(new Clause.Undated());
    }
    Matcher brackets = BRACKETS.matcher(text);
    if (brackets.matches()) {
      Optional<Clause.Days> range = range(brackets.group(1), brackets.group(2));
      boolean openStart = text.startsWith("{");
      boolean openEnd = text.endsWith("}");
      return range.map(days -> narrowed(days, openStart, openEnd));
    }
    int dots = text.indexOf("..");
    if (dots >= 0) {
      return range(text.substring(0, dots), text.substring(dots + 2)).map(days -> days);
    }
    return span(text).map(days -> days);
  }

  /** What follows {@code since:}. */
  public Optional<Clause> since(String text) {
    return span(text).map(span -> new Clause.Days(span.from(), null));
  }

  /** What follows {@code until:}. */
  public Optional<Clause> until(String text) {
    return span(text).map(span -> new Clause.Days(null, span.to()));
  }

  /** An end that is given in curly brackets is left out, as in Lucene's syntax. */
  private static Clause narrowed(Clause.Days days, boolean openStart, boolean openEnd) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    return new Clause.Days(
        openStart && from != null ? from.plusDays(1) : from,
        openEnd && to != null ? to.minusDays(1) : to);
  }

  private Optional<Clause.Days> range(String first, String last) {
    boolean openStart = first.isEmpty() || first.equals("*");
    boolean openEnd = last.isEmpty() || last.equals("*");
    if (openStart && openEnd) {
      return Optional.of(new Clause.Days(null, null));
    }
    Optional<Clause.Days> from = span(first);
    Optional<Clause.Days> to = span(last);
    if ((from.isEmpty() && !openStart) || (to.isEmpty() && !openEnd)) {
      return Optional.empty();
    }
    return Optional.of(
        new Clause.Days(
            from.map(Clause.Days::from).orElse(null), to.map(Clause.Days::to).orElse(null)));
  }

  /** The first and last day that a text names. */
  private Optional<Clause.Days> span(String text) {
    try {
      Matcher day = DAY.matcher(text);
      if (day.matches()) {
        return one(LocalDate.of(number(day, 1), number(day, 3), number(day, 4)));
      }
      Matcher month = MONTH.matcher(text);
      if (month.matches()) {
        YearMonth of = YearMonth.of(number(month, 1), number(month, 2));
        return Optional.of(new Clause.Days(of.atDay(1), of.atEndOfMonth()));
      }
      if (YEAR.matcher(text).matches()) {
        int year = Integer.parseInt(text);
        return Optional.of(new Clause.Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      }
      boolean hasDigit = text.chars().anyMatch(Character::isDigit);
      Optional<LocalDate> written = hasDigit ? WrittenDate.parse(text) : Optional.empty();
      return written.isPresent() ? one(written.get()) : relative(text.toLowerCase(Locale.ROOT));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Clause.Days> relative(String text) {
    if (text.equals("today")) {
      return one(today);
    }
    if (text.equals("yesterday")) {
      return one(today.minusDays(1));
    }
    Matcher ago = AGO.matcher(text);
    if (!ago.matches()) {
      return Optional.empty();
    }
    ChronoUnit unit =
        switch (ago.group(2)) {
          case "d" -> ChronoUnit.DAYS;
          case "w" -> ChronoUnit.WEEKS;
          case "m" -> ChronoUnit.MONTHS;
          default -> ChronoUnit.YEARS;
        };
    LocalDate day = today.minus(number(ago, 1), unit);
    return day.getYear() < 1 ? Optional.empty() : one(day);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Optional<Clause.Days> one(LocalDate day) {
    return Optional.of(new Clause.Days(day, day));
  }
}
