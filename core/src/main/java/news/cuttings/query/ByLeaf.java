package news.cuttings.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/** Goes through some documents in the order of the index, which is how it can be read. */
final class ByLeaf {
  private ByLeaf() {}

  /** Takes the documents of a segment. */
  interface Visitor {
    /**
     * One document.
     *
     * @param place its place among those gone through
     * @param doc its number in the segment; the numbers rise
     */
    void visit(int place, int doc) throws IOException;
  }

  /** Begins a segment. */
  interface Segments {
    Visitor begin(LeafReaderContext leaf) throws IOException;
  }

  /**
   * Visits each.
   *
   * @param count how many there are
   * @param docs the number of the document at a place
   */
  static void each(IndexSearcher searcher, int count, IntUnaryOperator docs, Segments segments)
      throws IOException {
    long[] order = new long[count]; // the document before its place
    for (int place = 0; place < count; place++) {
      order[place] = (long) docs.applyAsInt(place) << Integer.SIZE | place;
    }
    Arrays.sort(order);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int current = -1;
    Visitor visitor = null;
    for (long one : order) {
      int place = (int) one;
      int doc = (int) (one >> Integer.SIZE);
      int at = ReaderUtil.subIndex(doc, leaves);
      if (visitor == null || at != current) {
        current = at;
        visitor = segments.begin(leaves.get(at));
      }
      visitor.visit(place, doc - leaves.get(at).docBase);
    }
  }
}
