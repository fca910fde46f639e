package news.cuttings.index;

import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import news.cuttings.people.People;
import news.cuttings.story.Story;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Version;

/**
 * Files stories on threads of its own: a caller hands over and goes on, and an interrupt of the
 * caller's thread closes nothing. Safe for use by many threads; two stories of one id are filed in
 * the order in which they were handed over.
 *
 * <p>A story that could not be filed makes the next call fail.
 */
public final class StoryWriter implements Closeable {
  private static final double BUFFER_MEGABYTES = 64;

  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final KnownStories known;
  private final WriterThreads threads;
  private final Holder holder;
  private final RecentCommits commits;
  private final Learning learning;
  private final LongAdder added = new LongAdder();
  private final LongAdder replaced = new LongAdder();
  private final LongAdder deleted = new LongAdder();

  /**
   * How many stories were written.
   *
   * @param added stories whose id was not there before
   * @param replaced stories whose id was
   * @param deleted stories removed
   */
  public record Written(long added, long replaced, long deleted) {}

  private StoryWriter(
      WriterThreads threads, IndexWriter writer, RecentCommits commits, Holder holder)
      throws IOException {
    this.threads = threads;
    this.holder = holder;
    this.writer = writer;
    this.commits = commits;
    searchers = new SearcherManager(writer, new Ranking());
    known = new KnownStories(searchers);
    learning = new Learning(writer, searchers);
  }

  /** Told on a writer's thread of the lock, so that no interrupt of a caller gets between. */
  public interface Holder {
    /** The lock is had. */
    void taken() throws IOException;

    /** The lock is about to be given back. */
    void leaving() throws IOException;

    /** Does nothing. */
    Holder SILENT =
        new Holder() {
          @Override
          public void taken() {}

          @Override
          public void leaving() {}
        };
  }

  /**
   * Opens the index in that directory, or makes one, and takes its lock.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException where another writer has it
   */
  public static StoryWriter open(Directory directory, People people, Holder holder)
      throws IOException {
    WriterThreads threads = new WriterThreads(people, Runtime.getRuntime().availableProcessors());
    try {
      return threads.run(() -> open(directory, threads, holder));
    } catch (IOException | RuntimeException | Error e) {
      threads.stop();
      throw e;
    }
  }

  private static StoryWriter open(Directory directory, WriterThreads threads, Holder holder)
      throws IOException {
    RecentCommits commits = new RecentCommits(InstantSource.system(), directory);
    IndexWriterConfig config = new IndexWriterConfig();
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setSimilarity(Ranking.SIMILARITY);
    config.setIndexDeletionPolicy(commits);
    // A purge leaves nothing: every segment with a removed story is written anew.
    config.setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
    IndexWriter writer = new IndexWriter(directory, config);
    try {
      holder.taken();
      return new StoryWriter(threads, writer, commits, holder);
    } catch (IOException | RuntimeException | Error e) {
      writer.rollback();
      throw e;
    }
  }

  /** The readers of what is visible; closed with the writer. */
  public SearcherManager searchers() {
    return searchers;
  }

  /**
   * Hands over a story, or the stories of one page, in order. Waits while too much is on its way.
   */
  public void add(List<Story> page) throws IOException {
    handOver(page, known::complete);
  }

  /**
   * Hands over the stories of one page that are in the index as they are now: their people are
   * named anew, and nothing is kept that this leaves out.
   */
  public void refile(List<Story> page) throws IOException {
    handOver(page, story -> new KnownStories.Completed(story, true));
  }

  /** What is filed of a story that is handed over. */
  private interface Completing {
    KnownStories.Completed complete(Story story) throws IOException;
  }

  private void handOver(List<Story> page, Completing completing) throws IOException {
    if (known.areMany()) {
      refresh();
    }
    Set<String> ids = new HashSet<>();
    long length = 0;
    for (Story story : page) {
      ids.add(story.id());
      length += story.body().length() + 500L;
    }
    threads.handOver(ids, length, worker -> file(worker, page, completing));
  }

  /** Hands over the removal of a story. */
  public void delete(String id) throws IOException {
    threads.handOver(Set.of(id), 0, worker -> remove(id));
  }

  /** Files each story it can; then tells the first that it could not, by its id. */
  private void file(WriterThreads.Worker worker, List<Story> page, Completing completing)
      throws IOException {
    IOException failure = null;
    for (Story story : worker.people().name(page)) {
      try {
        file(worker.fields(), completing.complete(story));
      } catch (IOException | IllegalArgumentException e) { // the disk; what Lucene cannot take
        if (failure == null) {
          failure = new IOException("story " + story.id() + ": " + e.getMessage(), e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void file(StoryFields maker, KnownStories.Completed completed) throws IOException {
    Story story = completed.story();
    List<IndexableField> fields = maker.of(story, learning.words());
    if (completed.replaces()) {
      writer.updateDocument(new Term(Schema.ID, story.id()), fields);
      replaced.increment();
    } else {
      writer.addDocument(fields);
      added.increment();
    }
    known.written(story);
  }

  private void remove(String id) throws IOException {
    if (known.has(id)) {
      writer.deleteDocuments(new Term(Schema.ID, id));
      known.deleted(id);
      deleted.increment();
    }
  }

  /** Makes what was handed over visible. */
  public void refresh() throws IOException {
    alone(() -> {
      makeVisible();
      return true;
    });
  }

  /** Makes what was handed over durable and visible; says how much since the last commit. */
  public Written commit() throws IOException {
    return alone(() -> {
      commitNow();
      return new Written(added.sumThenReset(), replaced.sumThenReset(), deleted.sumThenReset());
    });
  }

  /**
   * Learns from all stories what their words have to do with one another, gives each its vector,
   * and commits; with too few stories commits only.
   *
   * @param always also where there are not twice as many stories as when it was last learnt
   */
  public void learn(boolean always) throws IOException {
    alone(() -> {
      if (always || learning.isOutgrown()) {
        makeVisible();
        learning.learn();
        commitNow();
      }
      return true;
    });
  }

  /**
   * Learns as {@link #learn} does, puts the segments together until there are at most so many, and
   * commits.
   */
  public void optimize(int segments) throws IOException {
    alone(() -> {
      makeVisible();
      learning.learn();
      writer.forceMerge(segments);
      commitNow();
      return true;
    });
  }

  /** Commits, and leaves no file that holds a story removed or replaced before. */
  public void purge() throws IOException {
    alone(() -> {
      makeVisible();
      writer.forceMergeDeletes();
      makeVisible();
      learning.forget();
      commits.keepOnlyLast(true);
      try {
        commitNow();
        writer.deleteUnusedFiles();
      } finally {
        commits.keepOnlyLast(false);
      }
      return true;
    });
  }

  private void commitNow() throws IOException {
    Map<String, String> about =
        CommitData.at(InstantSource.system().millis(), Version.LATEST.toString(), learning.file());
    writer.setLiveCommitData(about.entrySet());
    writer.commit();
    makeVisible();
  }

  private <T> T alone(WriterThreads.Call<T> call) throws IOException {
    try {
      return threads.alone(call);
    } catch (AlreadyClosedException e) { // Lucene closes a writer whose disk has failed
      Throwable cause = writer.getTragicException();
      throw new IOException(
          "the index can be written no more"
              + (cause == null ? "" : ": " + cause.getMessage())
              + "; what was committed is safe, open the index again",
          e);
    }
  }

  private void makeVisible() throws IOException {
    searchers.maybeRefreshBlocking();
    known.refreshed();
  }

  /**
   * Commits, and gives back the lock and the threads.
   *
   * @throws IOException where a story handed over could not be filed, after committing the others
   */
  @Override
  public void close() throws IOException {
    try {
      commitOthers();
    } finally {
      try {
        threads.run(() -> {
          searchers.close();
          try {
            holder.leaving();
          } finally {
            writer.rollback(); // nothing is left to lose: it was committed, or could not be
          }
          return true;
        });
      } finally {
        threads.stop();
      }
    }
  }

  private void commitOthers() throws IOException {
    try {
      commit();
    } catch (IOException e) {
      if (writer.isOpen()) { // a story failed, not the disk
        try {
          commit();
        } catch (IOException again) {
          e.addSuppressed(again);
        }
      }
      throw e;
    }
  }
}
