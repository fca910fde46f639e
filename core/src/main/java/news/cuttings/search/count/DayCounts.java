package news.cuttings.search.count;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Facet;
import org.jspecify.annotations.Nullable;

/**
 * How many stories are of each day. For use inside the library, by one thread. Costs eight bytes
 * for each day from the first to the last.
 */
public final class DayCounts {
  /** A wrong date centuries off must not fill the answer with empty rows. */
  private static final int MOST_ROWS = 5_000;

  /** Days before and after 1970 that are counted in an array: of 1790 to 2149. */
  private static final int NEAR = 1 << 16;

  private static final int ROOM = 1 << 10;
  private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();

  private final TreeMap<Long, Long> far = new TreeMap<>();
  private long[] near = {};
  private int first;
  private long undated;

  /** What is told of each day. */
  private interface Days {
    void day(long day, long stories);
  }

  /** Counts so many stories of that day since 1970. */
  public void add(long day, long stories) {
    if (day < FIRST || day > LAST) { // filed when stories could have such dates
      addUndated(stories);
      return;
    }
    if (day < -NEAR || day >= NEAR) {
      far.merge(day, stories, Long::sum);
      return;
    }
    int at = (int) day - first;
    if (at < 0 || at >= near.length) {
      cover((int) day);
      at = (int) day - first;
    }
    near[at] += stories;
  }

  private void cover(int day) {
    int low = near.length == 0 ? day : Math.min(first, day);
    int high = near.length == 0 ? day : Math.max(first + near.length - 1, day);
    int room = 2 * (high - low) + ROOM;
    int start = low < first ? high - room + 1 : low; // more of those days are to come
    long[] grown = new long[room];
    System.arraycopy(near, 0, grown, near.length == 0 ? 0 : first - start, near.length);
    near = grown;
    first = start;
  }

  /** Counts so many stories without a date. */
  public void addUndated(long stories) {
    undated += stories;
  }

  /**
   * A row for each period from the first story to the last, the empty ones too as long as there are
   * not thousands, and one for the undated where there are any.
   */
  public List<DatePeriod> rows(DatePeriod.By by) {
    Objects.requireNonNull(by, "by");
    Rows rows = new Rows(by);
    each(rows::add);
    rows.end();
    if (undated > 0) {
      rows.list.add(new DatePeriod(null, null, undated));
    }
    return rows.list;
  }

  /** The months that have stories, in order. */
  public List<Facet> months() {
    List<Facet> facets = new ArrayList<>();
    for (DatePeriod row : rows(DatePeriod.By.MONTH)) {
      LocalDate from = row.from();
      if (from != null && row.stories() > 0) {
        facets.add(new Facet(YearMonth.from(from).toString(), row.stories()));
      }
    }
    return facets;
  }

  /** Tells the days that have stories, in order. */
  private void each(Days days) {
    far.headMap(0L).forEach(days::day);
    for (int i = 0; i < near.length; i++) {
      if (near[i] > 0) {
        days.day(first + i, near[i]);
      }
    }
    far.tailMap(0L).forEach(days::day);
  }

  /** Days in order become rows. */
  private static final class Rows {
    private final DatePeriod.By by;
    private final List<DatePeriod> list = new ArrayList<>();
    private @Nullable LocalDate from;
    private long next = Long.MIN_VALUE;
    private long stories;

    Rows(DatePeriod.By by) {
      this.by = by;
    }

    void add(long day, long count) {
      while (day >= next) {
        end();
        begin(from != null && list.size() < MOST_ROWS ? next : day);
      }
      stories += count;
    }

    private void begin(long day) {
      LocalDate start = by.first(LocalDate.ofEpochDay(day));
      from = start;
      next = by.next(start).toEpochDay();
      stories = 0;
    }

    void end() {
      if (from != null) {
        list.add(new DatePeriod(from, LocalDate.ofEpochDay(next - 1), stories));
      }
    }
  }
}
