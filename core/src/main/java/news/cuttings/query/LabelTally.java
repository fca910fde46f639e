package news.cuttings.query;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;

/** Counts stories by the values of a label, from doc values. */
final class LabelTally implements Matching.Segments {
  private final String field;
  private final Map<String, Long> counts = new HashMap<>();

  LabelTally(String field) {
    this.field = field;
  }

  @Override
  public Matching.Segment begin(LeafReaderContext leaf) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
    int[] stories = new int[Math.toIntExact(values.getValueCount())];
    return new Matching.Segment() {
      @Override
      public void story(int doc) throws IOException {
        if (values.advanceExact(doc)) {
          for (int i = 0; i < values.docValueCount(); i++) {
            stories[(int) values.nextOrd()]++;
          }
        }
      }

      @Override
      public void end() throws IOException {
        for (int ord = 0; ord < stories.length; ord++) {
          if (stories[ord] > 0) {
            counts.merge(values.lookupOrd(ord).utf8ToString(), (long) stories[ord], Long::sum);
          }
        }
      }
    };
  }

  /** How many stories have the value. */
  Map<String, Long> counts() {
    return counts;
  }

  /** The values that most stories have, at most so many; of equals the first by its letters. */
  List<Facet> top(int limit) {
    return counts.entrySet().stream()
        .map(entry -> new Facet(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Facet::stories).reversed().thenComparing(Facet::value))
        .limit(limit)
        .toList();
  }
}
