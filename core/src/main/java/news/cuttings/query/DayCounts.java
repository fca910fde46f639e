package news.cuttings.query;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** How many stories are of each day. For use inside the library, by one thread. */
public final class DayCounts {
  /** A wrong date centuries off must not fill the answer with empty rows. */
  private static final int MOST_ROWS = 5_000;

  private final TreeMap<Long, Long> days = new TreeMap<>();
  private long undated;

  /** Counts so many stories of that day since 1970. */
  public void add(long day, long stories) {
    days.merge(day, stories, Long::sum);
  }

  /** Counts so many stories without a date. */
  public void addUndated(long stories) {
    undated += stories;
  }

  /**
   * A row for each period from the first story to the last, the empty ones too as long as there are
   * not thousands, and one for the undated where there are any.
   */
  public List<Period> rows(Period.By by) {
    List<Period> rows = new ArrayList<>();
    Long day = days.isEmpty() ? null : days.firstKey();
    while (day != null) {
      LocalDate from = by.first(LocalDate.ofEpochDay(day));
      LocalDate next = by.next(from);
      rows.add(new Period(from, next.minusDays(1), sum(from.toEpochDay(), next.toEpochDay())));
      boolean isLast = next.toEpochDay() > days.lastKey();
      boolean gapIsShown = rows.size() < MOST_ROWS;
      day =
          isLast
              ? null
              : gapIsShown ? (Long) next.toEpochDay() : days.ceilingKey(next.toEpochDay());
    }
    if (undated > 0) {
      rows.add(new Period(null, null, undated));
    }
    return rows;
  }

  /** The months that have stories, in order. */
  public List<Facet> months() {
    TreeMap<String, Long> months = new TreeMap<>();
    days.forEach((day, stories) ->
        months.merge(YearMonth.from(LocalDate.ofEpochDay(day)).toString(), stories, Long::sum));
    List<Facet> facets = new ArrayList<>();
    months.forEach((month, stories) -> facets.add(new Facet(month, stories)));
    return facets;
  }

  private long sum(long from, long next) {
    return days.subMap(from, next).values().stream().mapToLong(Long::longValue).sum();
  }
}
