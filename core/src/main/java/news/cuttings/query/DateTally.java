package news.cuttings.query;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import news.cuttings.index.Schema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** Counts stories by day, from doc values. */
final class DateTally implements Matching.Segments {
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
   * A row for each period from the first story to the last, the empty ones too, and one for the
   * undated where there are any.
   */
  List<Period> rows(Period.By by) {
    List<Period> rows = new ArrayList<>();
    if (!days.isEmpty()) {
      LocalDate last = LocalDate.ofEpochDay(days.lastKey());
      LocalDate from = by.first(LocalDate.ofEpochDay(days.firstKey()));
      while (!from.isAfter(last)) {
        LocalDate next = by.next(from);
        long stories = sum(from.toEpochDay(), next.toEpochDay());
        rows.add(new Period(from, next.minusDays(1), stories));
        from = next;
      }
    }
    if (undated > 0) {
      rows.add(new Period(null, null, undated));
    }
    return rows;
  }

  private long sum(long from, long next) {
    return days.subMap(from, next).values().stream().mapToLong(Long::longValue).sum();
  }
}
