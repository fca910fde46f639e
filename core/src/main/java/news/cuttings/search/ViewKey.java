package news.cuttings.search;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;

/** Tells one view of an index from another. */
final class ViewKey {
  private ViewKey() {}

  /** The version of the searcher's reader, the same in every process; 0 for an empty index. */
  static long of(IndexSearcher searcher) {
    return searcher.getIndexReader() instanceof DirectoryReader reader ? reader.getVersion() : 0;
  }
}
