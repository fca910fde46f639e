package news.cuttings;

import java.io.Closeable;
import java.io.IOException;
import news.cuttings.index.Ranking;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * The readers of an index, which change hands when a writer comes: those of the folder before,
 * those of the writer after. Safe for use by many threads.
 */
final class Readers implements Closeable {
  private volatile @Nullable SearcherManager manager;
  private volatile boolean closed;

  /** Work with a searcher. */
  interface Work<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  /** Reads from that reader on, and what follows it. */
  void read(DirectoryReader reader) throws IOException {
    use(new SearcherManager(reader, new Ranking()));
  }

  /** Uses those searchers from now on; those before are closed once nobody uses them. */
  void use(SearcherManager next) throws IOException {
    SearcherManager before = manager;
    manager = next;
    if (before != null) {
      before.close();
    }
  }

  /** Whether there is anything to read. */
  boolean isEmpty() {
    return manager == null;
  }

  /** Does the work at a point in time of the index; on nothing where there is nothing yet. */
  <T> T search(Work<T> work) throws IOException {
    while (true) {
      if (closed) {
        throw new IllegalStateException("the index is closed");
      }
      SearcherManager current = manager;
      if (current == null) {
        return work.with(Ranking.searcher(new MultiReader()));
      }
      IndexSearcher searcher;
      try {
        searcher = current.acquire();
      } catch (AlreadyClosedException e) {
        continue; // the readers have just changed hands, or the index was closed
      }
      try {
        return work.with(searcher);
      } finally {
        current.release(searcher);
      }
    }
  }

  /** Looks for a newer commit in the folder. */
  void refresh() throws IOException {
    if (closed) {
      throw new IllegalStateException("the index is closed");
    }
    SearcherManager current = manager;
    if (current != null) {
      current.maybeRefreshBlocking();
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    SearcherManager current = manager;
    if (current != null) {
      current.close();
    }
  }
}
