package news.cuttings.search.count;

import java.time.LocalDate;
import java.util.List;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Results.Warning;

/** Tells the empty rows that a timeline leaves out where there would be too many. */
public final class Gaps {
  private Gaps() {}

  public static List<Warning> of(List<DatePeriod> rows, DatePeriod.By by) {
    int gaps = 0;
    LocalDate first = null;
    LocalDate last = null;
    LocalDate next = null;
    for (DatePeriod row : rows) {
      LocalDate from = row.from();
      LocalDate to = row.to();
      if (from == null || to == null) {
        continue;
      }
      if (next != null && from.isAfter(next)) {
        gaps++;
        first = first == null ? next : first;
        last = from.minusDays(1);
      }
      next = to.plusDays(1);
    }
    return first == null || last == null ? List.of() : List.of(warning(by, gaps, first, last));
  }

  private static Warning warning(DatePeriod.By by, int gaps, LocalDate first, LocalDate last) {
    String rows =
        switch (by) {
          case DAY -> "days";
          case MONTH -> "months";
          case YEAR -> "years";
        };
    String where = gaps == 1 ? "those from " : gaps + " runs of them between ";
    String to = gaps == 1 ? " to " : " and ";
    return Warning.of(
        Warning.Kind.EMPTY_ROWS,
        "there would be thousands of "
            + rows
            + " without a story; "
            + where
            + first
            + to
            + last
            + " were left out");
  }
}
