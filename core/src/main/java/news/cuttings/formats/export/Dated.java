package news.cuttings.formats.export;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Intake;

/**
 * A line that begins with a date: {@code September 11, 2006 Monday, Late Edition - Final}.
 *
 * @param date the date, as written; empty where it is of a month and no day
 * @param rest what follows it
 */
record Dated(String date, String rest) {
  private static final int LONGEST = 120;
  private static final int LONGEST_REST = 60;
  private static final Pattern ZONE =
      Pattern.compile(
          "(?:GMT|UTC|CES?T|EES?T|WES?T|MSK|IST|JST|HKT|SGT|BST|A?[ECW][SD]T|[CEMP]T|[MP][SD]T|NZ[SD]T)"
              + "(?:[+-]\\d{1,4})?");
  private static final Pattern MARKS = Pattern.compile("^[\\s,;.|-]+|[\\s,;.|-]+$");

  /** The date that a line begins with, and what follows; empty where it begins with none. */
  static Optional<Dated> of(String line, Intake intake) {
    return of(line, intake::day);
  }

  /** The date that a line begins with, where days are read so. */
  static Optional<Dated> of(String line, Function<String, Optional<LocalDate>> day) {
    if (line.length() > LONGEST || line.chars().noneMatch(Character::isDigit)) {
      return Optional.empty();
    }
    for (int end = line.length(); end > 0; end = line.lastIndexOf(' ', end - 1)) {
      String date = MARKS.matcher(line.substring(0, end)).replaceAll("");
      String rest = MARKS.matcher(line.substring(end)).replaceAll("");
      if (rest.length() <= LONGEST_REST && day.apply(date).isPresent()) {
        return Optional.of(new Dated(date, ZONE.matcher(rest).matches() ? "" : rest));
      }
    }
    boolean isMonth = line.indexOf(' ') > 0 && day.apply("1 " + line).isPresent();
    return isMonth ? Optional.of(new Dated("", line)) : Optional.empty();
  }

  /** Whether nothing follows the date. */
  boolean isWhole() {
    return rest.isEmpty() || date.isEmpty();
  }
}
