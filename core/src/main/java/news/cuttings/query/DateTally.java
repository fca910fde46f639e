package news.cuttings.query;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import news.cuttings.index.Schema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** Counts stories by day, from doc values. */
final class DateTally implements Matching.Segments {
  /** A wrong date centuries off must not fill the answer with empty rows. */
  private static final int MOST_ROWS = 5_000;

  private final TreeMap<Long, Long> days = new TreeMap<>();
  private long undated;

  @Override
  public Matching.Segment begin(LeafReaderContext leaf) throws IOException {
    NumericDocValues values = DocValues.getNumeric(leaf.reader(), Schema.DATE);
    return new Matching.Segment() {
      @Override
      public void story(int doc) throws IOException {
        if (values.advanceExact(doc)) {
          days.merge(values.longValue(), 1L, Long::sum);
        } else {
          undated++;
        }
      }
    };
  }

  /**
   * A row for each period from the first story to the last, the empty ones too as long as there are
   * not thousands, and one for the undated where there are any.
   */
  List<Period> rows(Period.By by) {
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
  List<Facet> months() {
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
