package news.cuttings;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import news.cuttings.index.Ranking;
import news.cuttings.index.WriterThreads;
import news.cuttings.search.HitStories;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/**
 * The readers of an index, which change hands when a writer comes: those of the folder before,
 * those of the writer after. Safe for use by many threads.
 */
final class Readers implements Closeable {
  private static final long NO_VIEW = -1;

  /** Kept and closed under its own lock: what is kept while it closes would never be closed. */
  private final SearcherLifetimeManager views = new SearcherLifetimeManager();

  /** The hits of answers that somebody holds still and may look at. */
  private final Set<Reference<HitStories>> unread = ConcurrentHashMap.newKeySet();

  /** Those that nobody holds any more. */
  private final ReferenceQueue<HitStories> forgotten = new ReferenceQueue<>();

  private volatile @Nullable SearcherManager manager;
  private volatile long lastView = NO_VIEW;

  /** The reader it is kept with: there may be one of the folder and one of the writer. */
  private volatile @Nullable IndexReader lastKept;

  private volatile boolean closed;

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
  <T> T search(IOFunction<IndexSearcher, T> work) throws IOException {
    while (true) {
      checkOpen();
      SearcherManager current = manager;
      if (current == null) {
        return work.apply(Ranking.searcher(new MultiReader()));
      }
      IndexSearcher searcher;
      try {
        searcher = current.acquire();
      } catch (AlreadyClosedException e) {
        checkChanged(current);
        continue;
      }
      try {
        return work.apply(searcher);
      } finally {
        current.release(searcher);
      }
    }
  }

  private void checkOpen() {
    if (closed) {
      throw WriterThreads.closed();
    }
  }

  /** Readers that are closed while no others have come are closed with the index. */
  private void checkChanged(SearcherManager closedOne) {
    if (manager == closedOne) {
      throw WriterThreads.closed();
    }
  }

  /**
   * Keeps the searcher's view for whoever goes on with a cursor, and for hits that are looked at
   * later: see {@link OldViews}. Where a view goes, those hits are read before.
   */
  void keep(IndexSearcher searcher, List<HitStories> hits) throws IOException {
    if (searcher.getIndexReader() instanceof DirectoryReader reader) {
      remember(hits);
      if (reader.getVersion() != lastView) {
        keep(searcher, reader);
      }
      if (closed || !reader.equals(lastKept)) { // it may go, or have gone, without them
        readAll(hits);
      }
    }
  }

  private void keep(IndexSearcher searcher, DirectoryReader reader) throws IOException {
    synchronized (views) {
      if (!closed) {
        lastView = reader.getVersion();
        IndexSearcher same = views.acquire(lastView);
        lastKept = same == null ? reader : same.getIndexReader();
        if (same == null) {
          views.record(searcher);
          OldViews.measure(searcher);
          letGo(new OldViews(searcher));
        } else {
          views.release(same);
        }
      }
    }
  }

  private void remember(List<HitStories> hits) {
    for (HitStories one : hits) {
      unread.add(new WeakReference<>(one, forgotten));
    }
    for (Reference<?> gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
      unread.remove(gone);
    }
  }

  private static void readAll(List<HitStories> hits) throws IOException {
    for (HitStories one : hits) {
      one.readAll();
    }
  }

  /** Lets go of views, whose hits are read before. */
  private void letGo(SearcherLifetimeManager.Pruner which) throws IOException {
    views.prune((seconds, searcher) -> {
      boolean goes = which.doPrune(seconds, searcher);
      if (goes) {
        readUnread(hits -> hits.areOf(searcher.getIndexReader()));
      }
      return goes;
    });
  }

  private void readUnread(Predicate<HitStories> which) {
    unread.removeIf(one -> {
      HitStories hits = one.get();
      return hits != null && which.test(hits) && isRead(hits);
    });
  }

  /** Whether they could be read: if not, whoever looks at them is told. */
  private static boolean isRead(HitStories hits) {
    try {
      hits.readAll();
      return true;
    } catch (IOException | AlreadyClosedException e) {
      return false;
    }
  }

  /** Keeps no view: whoever goes on with a cursor does so in the present one. */
  void forgetViews() throws IOException {
    synchronized (views) {
      lastView = NO_VIEW;
      lastKept = null;
      letGo((seconds, searcher) -> true);
    }
  }

  /**
   * Does the work in that view of the index, where this process has kept it or a commit of the
   * directory still is it; else in the present one.
   */
  <T> T search(long view, @Nullable Directory directory, IOFunction<IndexSearcher, T> work)
      throws IOException {
    IndexSearcher kept = kept(view);
    if (kept == null
        && directory != null
        && Uninterruptibly.run(() -> openCommit(view, directory))) {
      kept = kept(view);
    }
    if (kept == null) {
      return search(work);
    }
    try {
      return work.apply(kept);
    } finally {
      views.release(kept);
    }
  }

  private @Nullable IndexSearcher kept(long view) {
    synchronized (views) {
      checkOpen();
      return views.acquire(view);
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
            return record(reader);
          }
        }
      }
      return false;
    } catch (FileNotFoundException | NoSuchFileException | CorruptIndexException e) {
      return false; // a writer elsewhere has removed it meanwhile
    } catch (AlreadyClosedException e) {
      return false; // the index was closed, as the present view will tell
    }
  }

  /** Whether the view is kept, be it with a reader of the folder or with one of the writer. */
  private boolean isKept(long view) throws IOException {
    IndexSearcher kept = views.acquire(view);
    if (kept == null) {
      return false;
    }
    views.release(kept);
    return true;
  }

  /** Keeps a view, which holds its reader open from now on. */
  private boolean record(DirectoryReader reader) throws IOException {
    synchronized (views) {
      if (!closed && !isKept(reader.getVersion())) {
        views.record(Ranking.searcher(reader));
      }
      return !closed;
    }
  }

  /** Looks for a newer commit in the folder. */
  void refresh() throws IOException {
    while (true) {
      checkOpen();
      SearcherManager current = manager;
      if (current == null) {
        return;
      }
      try {
        Uninterruptibly.run(() -> {
          current.maybeRefreshBlocking();
          return true;
        });
        return;
      } catch (AlreadyClosedException e) {
        checkChanged(current);
      }
    }
  }

  /** Lets nobody search any more who does not yet. */
  void refuse() {
    synchronized (views) {
      closed = true;
    }
  }

  @Override
  public void close() throws IOException {
    refuse();
    synchronized (views) {
      readUnread(hits -> true);
      views.close();
    }
    SearcherManager current = manager;
    if (current != null) {
      current.close();
    }
  }
}
