package news.cuttings.query;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * A row of a timeline.
 *
 * @param from the first day; null in the row of the stories without a date
 * @param to the last day; null in the row of the stories without a date
 * @param stories how many matching stories are of these days, exactly
 */
public record DatePeriod(@Nullable LocalDate from, @Nullable LocalDate to, long stories) {
  /** How long a row is. */
  public enum By {
    /** A day. */
    DAY,
    /** A calendar month. */
    MONTH,
    /** A calendar year. */
    YEAR;

    /** The first day of the row that the day is in. */
    public LocalDate first(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case MONTH -> day.with(TemporalAdjusters.firstDayOfMonth());
        case YEAR -> day.with(TemporalAdjusters.firstDayOfYear());
      };
    }

    /** The first day of the next row. */
    public LocalDate next(LocalDate first) {
      return switch (this) {
        case DAY -> first.plusDays(1);
        case MONTH -> first.plusMonths(1);
        case YEAR -> first.plusYears(1);
      };
    }
  }
}
