package news.cuttings.search.count;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.query.Facet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/** Counts stories by the values of a label, from doc values. */
final class LabelTally implements Matching.Segments {
  private final String field;
  private final LabelCounts values = new LabelCounts();

  LabelTally(String field) {
    this.field = field;
  }

  @Override
  public Matching.Segment begin(LeafReaderContext leaf) throws IOException {
    SortedSetDocValues labels = DocValues.getSortedSet(leaf.reader(), field);
    int[] stories = new int[Math.toIntExact(labels.getValueCount())];
    values.add(labels, stories);
    return doc -> {
      if (labels.advanceExact(doc)) {
        for (int i = 0; i < labels.docValueCount(); i++) {
          stories[(int) labels.nextOrd()]++;
        }
      }
    };
  }

  /** How many stories have each value that begins so. */
  Map<String, Long> termsWithPrefix(String prefix) throws IOException {
    Map<String, Long> counts = new HashMap<>();
    values.each(
        new BytesRef(prefix),
        (value, stories) -> counts.merge(value.utf8ToString(), (long) stories, Long::sum));
    return counts;
  }

  /** The values that most stories have, at most so many; of equals the first by its letters. */
  List<Facet> top(int limit) throws IOException {
    TopN<Facet> most = new TopN<>(limit, Facet::stories);
    values.each(
        new LabelCounts.Visitor() {
          private long sum;

          @Override
          public void at(int part, int ord) {
            sum += values.stories(part, ord);
          }

          @Override
          public void end(BytesRef value) {
            if (most.takes(sum)) {
              most.add(new Facet(value.utf8ToString(), sum));
            }
            sum = 0;
          }
        });
    return most.list();
  }
}
