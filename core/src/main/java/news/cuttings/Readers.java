package news.cuttings;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import news.cuttings.index.Ranking;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The readers of an index, which change hands when a writer comes: those of the folder before,
 * those of the writer after. Safe for use by many threads.
 */
final class Readers implements Closeable {
  private final SearcherLifetimeManager views = new SearcherLifetimeManager();
  private volatile @Nullable SearcherManager manager;
  private volatile long lastView;
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

  /** Keeps the searcher's view for whoever goes on with a cursor: see {@link OldViews}. */
  void keep(IndexSearcher searcher) throws IOException {
    if (searcher.getIndexReader() instanceof DirectoryReader) {
      long view = views.record(searcher);
      if (view != lastView) {
        lastView = view;
        OldViews.measure(searcher);
        views.prune(new OldViews(searcher));
      }
    }
  }

  /** Keeps no view: whoever goes on with a cursor does so in the present one. */
  void forgetViews() throws IOException {
    views.prune((seconds, searcher) -> true);
  }

  /**
   * Does the work in that view of the index, where this process has kept it or a commit of the
   * directory still is it; else in the present one.
   */
  <T> T search(long view, @Nullable Directory directory, Work<T> work) throws IOException {
    IndexSearcher kept = views.acquire(view);
    if (kept == null && directory != null && Undisturbed.run(() -> openCommit(view, directory))) {
      kept = views.acquire(view);
    }
    if (kept == null) {
      return search(work);
    }
    try {
      return work.with(kept);
    } finally {
      views.release(kept);
    }
  }

  private boolean openCommit(long view, Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return false;
    }
    try {
      for (IndexCommit commit : Commits.list(directory)) {
        String file = commit.getSegmentsFileName();
        if (file != null && SegmentInfos.readCommit(directory, file).getVersion() == view) {
          try (DirectoryReader reader = DirectoryReader.open(commit)) {
            views.record(Ranking.searcher(reader)); // which holds it open from now on
            return true;
          }
        }
      }
      return false;
    } catch (FileNotFoundException | NoSuchFileException | CorruptIndexException e) {
      return false; // a writer elsewhere has removed it meanwhile
    }
  }

  /** Looks for a newer commit in the folder. */
  void refresh() throws IOException {
    if (closed) {
      throw new IllegalStateException("the index is closed");
    }
    SearcherManager current = manager;
    if (current != null) {
      Undisturbed.run(() -> {
        current.maybeRefreshBlocking();
        return true;
      });
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    views.close();
    SearcherManager current = manager;
    if (current != null) {
      current.close();
    }
  }
}
