package news.cuttings.index;

import java.io.Closeable;
import java.io.IOException;
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
import org.apache.lucene.search.SearcherManager;
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

  private StoryWriter(WriterThreads threads, IndexWriter writer, SearcherManager searchers) {
    this.threads = threads;
    this.writer = writer;
    this.searchers = searchers;
    known = new KnownStories(searchers);
  }

  /**
   * Opens the index in that directory, or makes one, and takes its lock.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException where another writer has it
   */
  public static StoryWriter open(Directory directory, People people) throws IOException {
    WriterThreads threads = new WriterThreads(people, Runtime.getRuntime().availableProcessors());
    try {
      return threads.run(() -> open(directory, threads));
    } catch (IOException | RuntimeException | Error e) {
      threads.stop();
      throw e;
    }
  }

  private static StoryWriter open(Directory directory, WriterThreads threads) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setSimilarity(Ranking.SIMILARITY);
    IndexWriter writer = new IndexWriter(directory, config);
    try {
      return new StoryWriter(threads, writer, new SearcherManager(writer, new Ranking()));
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
    if (known.areMany()) {
      refresh();
    }
    Set<String> ids = new HashSet<>();
    long length = 0;
    for (Story story : page) {
      ids.add(story.id());
      length += story.body().length() + 500L;
    }
    threads.handOver(ids, length, worker -> file(worker, page));
  }

  /** Hands over the removal of a story. */
  public void delete(String id) throws IOException {
    threads.handOver(Set.of(id), 0, worker -> remove(id));
  }

  private void file(WriterThreads.Worker worker, List<Story> page) throws IOException {
    for (Story named : worker.people().name(page)) {
      Story story = known.complete(named);
      boolean there = known.has(story.id());
      List<IndexableField> fields = worker.fields().of(story);
      if (there) {
        writer.updateDocument(new Term(Schema.ID, story.id()), fields);
        replaced.increment();
      } else {
        writer.addDocument(fields);
        added.increment();
      }
      known.written(story);
    }
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
    threads.alone(() -> {
      makeVisible();
      return true;
    });
  }

  /** Makes what was handed over durable and visible; says how much since the last commit. */
  public Written commit() throws IOException {
    return threads.alone(() -> {
      Map<String, String> about = CommitData.now(Version.LATEST.toString());
      writer.setLiveCommitData(about.entrySet());
      writer.commit();
      makeVisible();
      return new Written(added.sumThenReset(), replaced.sumThenReset(), deleted.sumThenReset());
    });
  }

  private void makeVisible() throws IOException {
    searchers.maybeRefreshBlocking();
    known.refreshed();
  }

  /** Commits, and gives back the lock and the threads. */
  @Override
  public void close() throws IOException {
    try {
      if (writer.isOpen()) {
        commit();
      }
    } finally {
      try {
        threads.run(() -> {
          searchers.close();
          writer.rollback(); // nothing is left to lose: it was committed, or could not be
          return true;
        });
      } finally {
        threads.stop();
      }
    }
  }
}
