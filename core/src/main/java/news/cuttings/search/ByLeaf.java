package news.cuttings.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/** Goes through some documents in the order of the index, which is how it can be read. */
public final class ByLeaf {
  private ByLeaf() {}

  /** Takes the documents of a segment. */
  public interface Visitor {
    /**
     * One document.
     *
     * @param place its place among those gone through
     * @param doc its number in the segment; the numbers rise
     */
    void visit(int place, int doc) throws IOException;
  }

  /** Begins a segment. */
  public interface Segments {
    Visitor begin(LeafReaderContext leaf) throws IOException;
  }

  /** Takes all documents of a segment. */
  public interface Batch {
    /**
     * Those of a segment.
     *
     * @param places their places among those gone through
     * @param docs their numbers in the segment, which rise
     */
    void visit(LeafReaderContext leaf, int[] places, int[] docs) throws IOException;
  }

  /**
   * Visits each.
   *
   * @param count how many there are
   * @param docs the number of the document at a place
   */
  public static void each(
      IndexSearcher searcher, int count, IntUnaryOperator docs, Segments segments)
      throws IOException {
    each(searcher.getIndexReader().leaves(), count, docs, segments);
  }

  /** Visits each in those segments, which are all there are. */
  static void each(
      List<LeafReaderContext> leaves, int count, IntUnaryOperator docs, Segments segments)
      throws IOException {
    together(
        leaves,
        count,
        docs,
        (leaf, places, numbers) -> {
          Visitor visitor = segments.begin(leaf);
          for (int i = 0; i < places.length; i++) {
            visitor.visit(places[i], numbers[i]);
          }
        });
  }

  /** Visits each segment once, with all of its documents. */
  public static void together(IndexSearcher searcher, int count, IntUnaryOperator docs, Batch batch)
      throws IOException {
    together(searcher.getIndexReader().leaves(), count, docs, batch);
  }

  private static void together(
      List<LeafReaderContext> leaves, int count, IntUnaryOperator docs, Batch batch)
      throws IOException {
    long[] order = new long[count]; // the document before its place
    for (int place = 0; place < count; place++) {
      order[place] = (long) docs.applyAsInt(place) << Integer.SIZE | place;
    }
    Arrays.sort(order);
    int from = 0;
    while (from < count) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc(order[from]), leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      int to = from;
      while (to < count && doc(order[to]) < end) {
        to++;
      }
      int[] places = new int[to - from];
      int[] numbers = new int[to - from];
      for (int i = from; i < to; i++) {
        places[i - from] = (int) order[i];
        numbers[i - from] = doc(order[i]) - leaf.docBase;
      }
      batch.visit(leaf, places, numbers);
      from = to;
    }
  }

  private static int doc(long ordered) {
    return (int) (ordered >> Integer.SIZE);
  }
}
