package news.cuttings.search.count;

import java.io.IOException;
import news.cuttings.index.Schema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** Counts stories by day, from doc values. */
public final class DateTally implements Matching.Segments {
  private final DayCounts counts = new DayCounts();

  @Override
  public Matching.Segment begin(LeafReaderContext leaf) throws IOException {
    NumericDocValues values = DocValues.getNumeric(leaf.reader(), Schema.DATE);
    return new Matching.Segment() {
      @Override
      public void story(int doc) throws IOException {
        if (values.advanceExact(doc)) {
          counts.add(values.longValue(), 1);
        } else {
          counts.addUndated(1);
        }
      }
    };
  }

  public DayCounts counts() {
    return counts;
  }
}
