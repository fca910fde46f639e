package news.cuttings.search.like;

import java.io.IOException;
import java.util.List;
import java.util.function.IntUnaryOperator;
import news.cuttings.search.ByLeaf;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Reads a doc value of each of some hits, in the order of the index. */
final class ByteValues {
  private ByteValues() {}

  /** Takes a value. */
  interface Sink {
    /**
     * One hit's value.
     *
     * @param hit its place among the hits
     * @param value valid during the call
     */
    void value(int hit, BytesRef value);
  }

  /**
   * Gives the values to the sink; a hit that has none is passed over.
   *
   * @param hits how many there are
   * @param docs the number of the document at a place
   */
  static void read(IndexSearcher searcher, String field, int hits, IntUnaryOperator docs, Sink to)
      throws IOException {
    ByLeaf.each(
        searcher,
        hits,
        docs,
        leaf -> {
          BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
          return (place, doc) -> {
            if (values.advanceExact(doc)) {
              to.value(place, values.binaryValue());
            }
          };
        });
  }

  /** The value of one document; empty where it has none. */
  static BytesRef of(IndexSearcher searcher, String field, int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
    return values.advanceExact(doc - leaf.docBase)
        ? BytesRef.deepCopyOf(values.binaryValue())
        : new BytesRef();
  }
}
