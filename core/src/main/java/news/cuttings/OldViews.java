package news.cuttings;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import news.cuttings.index.CommitData;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;

/**
 * Which views are let go, asked from the newest to the oldest: those of more than ten minutes ago,
 * those beyond fifty, and those that hold files which the newest has no more, once these are more
 * bytes than the newest has itself (8 MB are free). A view holds its files open, on the disk too.
 */
final class OldViews implements SearcherLifetimeManager.Pruner {
  private static final int MOST = 50;
  private static final long LITTLE = 8L << 20;

  private final Set<String> segments = new HashSet<>();
  private final long allowed;
  private int views;
  private long bytes;

  OldViews(IndexSearcher newest) {
    allowed = Math.max(LITTLE, added(newest));
  }

  /** Asks the sizes of its files while they are there: they are remembered with the segments. */
  static void measure(IndexSearcher searcher) {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      if (FilterLeafReader.unwrap(leaf.reader()) instanceof SegmentReader segment) {
        bytes(segment);
      }
    }
  }

  @Override
  public boolean doPrune(double seconds, IndexSearcher searcher) {
    bytes += added(searcher);
    return ++views > MOST || bytes > allowed || seconds > CommitData.KEPT.toSeconds();
  }

  private long added(IndexSearcher searcher) {
    long added = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      if (FilterLeafReader.unwrap(leaf.reader()) instanceof SegmentReader segment
          && segments.add(segment.getSegmentName())) {
        added += bytes(segment);
      }
    }
    return added;
  }

  private static long bytes(SegmentReader segment) {
    try {
      return segment.getSegmentInfo().sizeInBytes();
    } catch (IOException e) {
      return 0; // a writer elsewhere has removed a file before it was measured
    }
  }
}
