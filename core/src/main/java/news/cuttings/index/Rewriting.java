package news.cuttings.index;

import java.io.IOException;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;

/**
 * How many bytes it takes to write parts of an index anew: as many as the stories in them have now,
 * for what was there before stays until the next commit, and a tenth for what merges beside it.
 */
final class Rewriting {
  private static final double MARGIN = 1.1;

  private Rewriting() {}

  /** To put all segments together. */
  static long together(IndexReader reader) throws IOException {
    boolean isDone = reader.leaves().size() < 2 && !reader.hasDeletions();
    return isDone ? 0 : live(reader, false);
  }

  /** To file all stories anew: what was filed first is put together while it is still there. */
  static long everything(IndexReader reader) throws IOException {
    return 2 * live(reader, false);
  }

  /** To write those segments anew of which something was removed. */
  static long ofRemoved(IndexReader reader) throws IOException {
    return live(reader, true);
  }

  private static long live(IndexReader reader, boolean onlyRemoved) throws IOException {
    double bytes = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      boolean counts = !onlyRemoved || leaf.reader().hasDeletions();
      if (counts && FilterLeafReader.unwrap(leaf.reader()) instanceof SegmentReader segment) {
        double live = (double) segment.numDocs() / segment.maxDoc();
        bytes += live * segment.getSegmentInfo().sizeInBytes();
      }
    }
    return (long) (bytes * MARGIN);
  }
}
