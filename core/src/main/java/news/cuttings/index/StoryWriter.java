package news.cuttings.index;

import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import news.cuttings.people.PageGrouper;
import news.cuttings.people.People;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/**
 * Files stories on threads of its own: a caller hands over and goes on, and an interrupt of the
 * caller's thread closes nothing. Safe for use by many threads; two stories of one id are filed in
 * the order in which they were handed over.
 *
 * <p>A story that could not be filed makes the next call that hands over fail, and the next that
 * asks for all that was handed over: a commit, say, or the end.
 */
public final class StoryWriter implements Closeable {
  private static final double BUFFER_MEGABYTES = 64;

  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final KnownStories known;
  private final WriterThreads threads;
  private final Holder holder;
  private final RecentCommits commits;
  private final CommitLease lease;
  private final WriterFailure ending;
  private final String id;
  private final RankingOptions filing;
  private volatile RankingOptions visible;
  private final ReentrantLock rebuilding = new ReentrantLock();

  /** Ids written or removed since a rebuild has read the index; null while there is none. */
  private volatile @Nullable Set<String> writtenSince;

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
      WriterThreads threads,
      IndexWriter writer,
      RecentCommits commits,
      CommitLease lease,
      Holder holder,
      Weighing weighing)
      throws IOException {
    Map<String, String> last = CommitData.last(writer);
    visible = last.containsKey(CommitData.SCHEMA) ? CommitData.ranking(last) : weighing.options();
    filing = weighing.anew() ? weighing.options() : visible;
    this.threads = threads;
    this.holder = holder;
    this.writer = writer;
    this.commits = commits;
    this.lease = lease;
    ending = new WriterFailure(writer);
    id = CommitData.id(last);
    searchers = new SearcherManager(writer, new Ranking(() -> visible));
    known = new KnownStories(searchers);
  }

  /**
   * How words are weighed.
   *
   * @param options in a new index; one that is there goes on with its own
   * @param anew whether every story will be filed anew with these, whatever the index has
   */
  public record Weighing(RankingOptions options, boolean anew) {
    /** As is usual. */
    public static final Weighing USUAL = new Weighing(RankingOptions.DEFAULT, false);
  }

  /** Told on a writer's thread, so that no interrupt of a caller gets between. */
  public interface Holder {
    /** The lock is had. */
    void taken() throws IOException;

    /** The lock is about to be given back. */
    void leaving() throws IOException;

    /**
     * So many bytes are about to be written beside what is there.
     *
     * @throws IOException where there is no room for them; then none of them is written
     */
    void needs(long bytes) throws IOException;

    /** Does nothing. */
    Holder SILENT =
        new Holder() {
          @Override
          public void taken() {}

          @Override
          public void leaving() {}

          @Override
          public void needs(long bytes) {}
        };
  }

  /**
   * Opens the index in that directory, or makes one, and takes its lock.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException where another writer has it
   */
  public static StoryWriter open(
      Directory directory, People people, Weighing weighing, Holder holder) throws IOException {
    WriterThreads threads = new WriterThreads(people, Runtime.getRuntime().availableProcessors());
    try {
      return threads.run(() -> open(directory, threads, weighing, holder));
    } catch (IOException | RuntimeException | Error e) {
      threads.stop();
      throw e;
    }
  }

  /**
   * Lucene's own, but for merges as a reader is opened: what comes of them has the same version as
   * what was there before, and a cursor of the one would go on in the other, where words weigh
   * otherwise.
   */
  private static final class Merges extends TieredMergePolicy {
    @Override
    public @Nullable MergeSpecification findFullFlushMerges(
        MergeTrigger trigger, SegmentInfos infos, MergeContext context) throws IOException {
      return trigger == MergeTrigger.GET_READER
          ? null
          : super.findFullFlushMerges(trigger, infos, context);
    }
  }

  private static StoryWriter open(
      Directory directory, WriterThreads threads, Weighing weighing, Holder holder)
      throws IOException {
    RecentCommits commits = new RecentCommits(System::nanoTime, directory);
    IndexWriterConfig config = new IndexWriterConfig();
    config.setCodec(new StoryCodec());
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setSimilarity(Ranking.similarity(weighing.options()));
    CommitLease lease = new CommitLease(commits);
    config.setIndexDeletionPolicy(lease.policy());
    config.setMergeScheduler(new Merging());
    // A purge leaves nothing: every segment with a removed story is written anew.
    config.setMergePolicy(new Merges().setForceMergeDeletesPctAllowed(0));
    IndexWriter writer = new IndexWriter(directory, config);
    try {
      holder.taken();
      return new StoryWriter(threads, writer, commits, lease, holder, weighing);
    } catch (IOException | RuntimeException | Error e) {
      writer.rollback();
      throw e;
    }
  }

  /** How words are weighed in what is visible. */
  public RankingOptions options() {
    return visible;
  }

  /** The readers of what is visible; closed with the writer. */
  public SearcherManager searchers() {
    return searchers;
  }

  /**
   * Hands over a story, or the stories of one page, in order. Waits while too much is on its way.
   */
  public void add(List<Story> page) throws IOException {
    checkSettled();
    if (known.areMany()) {
      makeAllVisible();
    }
    handOver(page, known::complete);
  }

  /** Gives the stories of an index, page by page. */
  public interface Pages {
    /** Gives all of them. */
    void each(PageGrouper.Pages to) throws IOException;
  }

  /**
   * Files anew the stories that are in the index as they are now, and commits: their people are
   * named anew, their words weighed anew, and nothing is kept that this leaves out. What is written
   * or removed meanwhile stays as it was written. Nothing of it is visible before the end; where it
   * fails and words are weighed otherwise than before, nothing of it is kept, and this writer is
   * done.
   */
  public void rebuild(Pages pages) throws IOException {
    rebuilding.lock();
    try {
      alone(() -> {
        makeVisible(); // the pages are of what was written until now
        holder.needs(needed(Rewriting::everything));
        writtenSince = ConcurrentHashMap.newKeySet();
        return true;
      });
      refile(pages);
    } finally {
      writtenSince = null;
      rebuilding.unlock();
    }
  }

  private void refile(Pages pages) throws IOException {
    boolean done = false;
    try {
      pages.each(page -> handOver(page, AS_IT_IS));
      alone(() -> {
        visible = filing;
        commitNow();
        return true;
      });
      done = true;
    } catch (IOException | RuntimeException e) {
      settle(e);
      throw e;
    } finally {
      if (!done && !isSettled()) {
        abandon();
      }
    }
  }

  /** Waits for what was handed over: what else of it failed is told with the first. */
  private void settle(Exception first) {
    try {
      alone(() -> true);
    } catch (IOException | IllegalStateException e) { // or closed meanwhile
      first.addSuppressed(e);
    }
  }

  private void abandon() throws IOException {
    try {
      threads.run(() -> {
        writer.rollback();
        return true;
      });
    } catch (IllegalStateException e) {
      // closed meanwhile, which keeps nothing either
    }
  }

  private boolean isSettled() {
    return filing.equals(visible);
  }

  private void checkSettled() {
    if (!isSettled()) {
      throw new IllegalStateException(
          "the index was opened to be rebuilt with other options; rebuild it first");
    }
  }

  /** The index tells what is filed under its id, and needs not be remembered. */
  private static final IOFunction<Story, KnownStories.Completed> AS_IT_IS =
      story -> new KnownStories.Completed(story, true);

  private void handOver(List<Story> page, IOFunction<Story, KnownStories.Completed> completing)
      throws IOException {
    Set<String> ids = new HashSet<>();
    long length = 0;
    for (Story story : page) {
      ids.add(story.id());
      length += story.body().length() + 500L;
    }
    try {
      threads.handOver(ids, length, worker -> file(worker, page, completing));
    } catch (IOException e) {
      throw ending.hasCome() ? ended(e) : e;
    }
  }

  /** Hands over the removal of a story. */
  public void delete(String id) throws IOException {
    threads.handOver(Set.of(id), 0, worker -> remove(id));
  }

  /** Files each story it can; then tells the first that it could not, by its id. */
  private void file(
      WriterThreads.Worker worker,
      List<Story> page,
      IOFunction<Story, KnownStories.Completed> completing)
      throws IOException {
    IOException failure = null;
    @SuppressWarnings("ReferenceEquality") // that very one
    boolean isRefiled = completing == AS_IT_IS;
    for (Story story : named(worker.people(), page)) {
      if (isRefiled && isWrittenSince(story.id())) {
        continue;
      }
      try {
        KnownStories.Completed completed = completing.apply(story);
        file(worker.fields(), completed);
        if (!isRefiled) {
          known.written(completed.story());
          writtenNow(story.id());
        }
      } catch (AlreadyClosedException e) { // Lucene closes a writer whose disk has failed
        throw ending.told(e);
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

  private static List<Story> named(People people, List<Story> page) throws IOException {
    try {
      return people.name(page);
    } catch (RuntimeException e) { // a recogniser may be anybody's
      int others = page.size() - 1;
      String of = page.getFirst().id() + (others == 0 ? "" : " or one of its page's " + others);
      throw new IOException("story " + of + ": its people could not be found: " + e, e);
    }
  }

  private void file(StoryFields maker, KnownStories.Completed completed) throws IOException {
    Story story = completed.story();
    maker.weigh(filing);
    List<IndexableField> fields = maker.of(story);
    if (completed.replaces()) {
      writer.updateDocument(new Term(Schema.ID, story.id()), fields);
      replaced.increment();
    } else {
      writer.addDocument(fields);
      added.increment();
    }
  }

  /** Whether what a rebuild has read of the story is out of date. */
  private boolean isWrittenSince(String id) {
    Set<String> since = writtenSince;
    return since != null && since.contains(id);
  }

  private void writtenNow(String id) {
    Set<String> since = writtenSince;
    if (since != null) {
      since.add(id);
    }
  }

  private void remove(String id) throws IOException {
    writtenNow(id);
    if (known.has(id)) {
      writer.deleteDocuments(new Term(Schema.ID, id));
      known.deleted(id);
      deleted.increment();
    }
  }

  /** Makes what was handed over visible. */
  public void refresh() throws IOException {
    checkSettled();
    makeAllVisible();
  }

  private void makeAllVisible() throws IOException {
    alone(() -> {
      makeVisible();
      return true;
    });
  }

  /** Makes what was handed over durable and visible; says how much since the last commit. */
  public Written commit() throws IOException {
    checkSettled();
    return commitAll();
  }

  private Written commitAll() throws IOException {
    return alone(() -> {
      commitNow();
      return new Written(added.sumThenReset(), replaced.sumThenReset(), deleted.sumThenReset());
    });
  }

  /**
   * Puts the segments together until there are at most so many, and commits. Where the disk has no
   * room for that it begins with none of it.
   */
  public void optimize(int segments) throws IOException {
    checkSettled();
    alone(() -> {
      makeVisible();
      holder.needs(needed(Rewriting::together));
      merging(() -> writer.forceMerge(segments));
      commitNow();
      return true;
    });
  }

  /** Commits, and leaves no file that holds a story removed or replaced before. */
  public void purge() throws IOException {
    checkSettled();
    lease.whenReturned(() -> alone(this::purgeNow));
  }

  private boolean purgeNow() throws IOException {
    makeVisible();
    holder.needs(needed(Rewriting::ofRemoved));
    merging(writer::forceMergeDeletes);
    makeVisible();
    commits.keepOnlyLast(true);
    try {
      commitNow();
      writer.deleteUnusedFiles();
    } finally {
      commits.keepOnlyLast(false);
    }
    return true;
  }

  /** Says of a reader how many bytes something takes. */
  private interface Need {
    long of(IndexReader reader) throws IOException;
  }

  private long needed(Need need) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return need.of(searcher.getIndexReader());
    } finally {
      searchers.release(searcher);
    }
  }

  /**
   * Lends the last commit, on the caller's thread: its files stay until the work is done, and
   * writing goes on. Empty where nothing has been committed.
   */
  public <T> Optional<T> lend(IOFunction<IndexCommit, T> work) throws IOException {
    return lease.lend(writer.getDirectory(), work);
  }

  private void commitNow() throws IOException {
    Map<String, String> about =
        CommitData.at(id, InstantSource.system().millis(), Version.LATEST.toString(), visible);
    writer.setLiveCommitData(about.entrySet());
    writer.commit();
    makeVisible();
  }

  private <T> T alone(IOSupplier<T> call) throws IOException {
    return telling(() -> threads.alone(call));
  }

  /** Does it, and says why where the index can be written no more. */
  private <T> T telling(IOSupplier<T> call) throws IOException {
    try {
      return call.get();
    } catch (AlreadyClosedException e) { // Lucene closes a writer whose disk has failed
      throw ended(e);
    } catch (IOException | IllegalStateException e) { // or is about to; or a page met it first
      if (ending.hasCome()) {
        throw ended(e);
      }
      if (e instanceof CorruptIndexException damage) {
        throw WriterFailure.damaged(damage, e);
      }
      if (e instanceof IOException io) {
        throw FullDisk.named(ending.place(), io);
      }
      throw e;
    }
  }

  /** What to tell whoever met the writer's end; what it has left goes at once, the disk is full. */
  private IOException ended(Exception e) {
    try {
      threads.run(() -> {
        writer.rollback(); // waits until Lucene has closed it
        Leftovers.remove(writer.getDirectory());
        return true;
      });
    } catch (IOException | IllegalStateException again) {
      e.addSuppressed(again); // the next writer removes them
    }
    return ending.told(e);
  }

  /** Waits for merges; for one that fails until Lucene has drawn its conclusions. */
  private void merging(IORunnable merge) throws IOException {
    try {
      merge.run();
    } catch (IOException e) {
      if (writer.getConfig().getMergeScheduler() instanceof Merging scheduler) {
        scheduler.sync();
      }
      throw e;
    }
  }

  /** Merges, and leaves failures to be told by the writer, which then takes no more. */
  private static final class Merging extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable failure) {
      // the writer has kept it
    }
  }

  private void makeVisible() throws IOException {
    searchers.maybeRefreshBlocking();
    known.refreshed();
  }

  /**
   * Takes nothing more, files and commits what was handed over, and gives back the lock and the
   * threads. Waits for whoever was lent a commit. Does nothing where it was done before.
   *
   * @throws IOException where a story handed over could not be filed, after committing the others
   */
  @Override
  public void close() throws IOException {
    lease.end(() ->
        telling(() -> {
          threads.finish(this::end);
          return true;
        }));
  }

  /** On a writer's thread. */
  private boolean end() throws IOException {
    try {
      if (isSettled()) { // else nothing was filed
        commitNow();
      }
    } finally {
      leave();
    }
    return true;
  }

  private void leave() throws IOException {
    searchers.close();
    try {
      keepOnlyTheLastCommit();
      holder.leaving();
    } finally {
      writer.rollback(); // nothing is left to lose: it was committed, or could not be
    }
    try {
      Leftovers.remove(writer.getDirectory());
    } catch (IOException e) {
      // nothing is lost by them, and the next writer removes them
    }
  }

  /** Those before it were kept while this writer is open. */
  private void keepOnlyTheLastCommit() {
    try {
      commits.keepOnlyLast(true);
      writer.deleteUnusedFiles();
    } catch (IOException | AlreadyClosedException e) {
      // the next writer removes them
    }
  }
}
