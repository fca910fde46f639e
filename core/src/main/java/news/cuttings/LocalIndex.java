package news.cuttings;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import news.cuttings.index.CommitData;
import news.cuttings.index.Integrity;
import news.cuttings.index.Ranking;
import news.cuttings.index.StoryWriter;
import news.cuttings.index.WriterThreads;
import news.cuttings.people.PageGrouper;
import news.cuttings.people.People;
import news.cuttings.query.Counted;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Like;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.search.HitStories;
import news.cuttings.search.LuceneBackend;
import news.cuttings.search.SearchService;
import news.cuttings.search.like.MoreLike;
import news.cuttings.story.Story;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/** An index on this machine's disk or in its memory. */
final class LocalIndex implements StoryIndex, Maintenance {
  /** A commit may go before all of its files are opened; one of the next is met whole. */
  private static final int COPY_ATTEMPTS = 10;

  private final @Nullable IndexFolder folder;
  private final Filing filing;
  private final boolean readOnly;
  private final Readers readers = new Readers();
  private final SearchService service = new SearchService();
  private final MoreLike moreLike = new MoreLike(service.analyses());
  private final Object writing = new Object();

  /** Where commits are read: the one that was opened first, whoever reads in it, until the end. */
  private volatile @Nullable Directory directory;

  /** Where the writer writes; the same where nothing was there to read before. */
  private @Nullable Directory written;

  private volatile @Nullable StoryWriter writer;
  private volatile boolean isBeingMade;
  private boolean rebuilding;

  /** Whether the end has begun: whoever comes now is refused. */
  private volatile boolean closed;

  private boolean released;

  /** What opening may do. */
  enum Mode {
    CREATE,
    EXISTING,
    REBUILD,
    READ_ONLY,
    BRIEF
  }

  /**
   * How stories are filed.
   *
   * @param people names them
   * @param options weigh their words; null where those of the index do, or the usual ones
   */
  record Filing(People people, @Nullable RankingOptions options) {
    /** Checks for absence. */
    Filing {
      Objects.requireNonNull(people, "people");
    }
  }

  private LocalIndex(@Nullable IndexFolder folder, Filing filing, boolean readOnly) {
    this.folder = folder;
    this.filing = filing;
    this.readOnly = readOnly;
  }

  static LocalIndex open(IndexFolder folder, Filing filing, Mode mode) throws IOException {
    LocalIndex index = new LocalIndex(folder, filing, mode == Mode.READ_ONLY || mode == Mode.BRIEF);
    index.rebuilding = mode == Mode.REBUILD;
    index.isBeingMade = folder.otherMaker().isPresent();
    if (mode == Mode.CREATE) {
      folder.checkPlace();
    }
    if (mode != Mode.CREATE || folder.hasIndex()) {
      index.read(folder, mode == Mode.BRIEF);
    }
    return index;
  }

  static LocalIndex inMemory(Filing filing) {
    LocalIndex index = new LocalIndex(null, filing, false);
    index.directory = new ByteBuffersDirectory();
    return index;
  }

  private void checkOpen() {
    if (closed) {
      throw WriterThreads.closed();
    }
  }

  private void read(IndexFolder from, boolean briefly) throws IOException {
    Directory opened = from.openForReading(briefly);
    try {
      DirectoryReader reader = from.read(opened, rebuilding);
      try {
        checkOptions(from, CommitData.ranking(reader.getIndexCommit().getUserData()));
        readers.read(reader);
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
      directory = opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private void checkOptions(@Nullable IndexFolder of, RankingOptions has)
      throws IncompatibleIndexException {
    RankingOptions asked = filing.options();
    if (of != null && asked != null && !rebuilding && !asked.equals(has)) {
      throw of.otherOptions(has, asked);
    }
  }

  @Override
  public void addAll(Iterable<Story> stories, LongConsumer progress) throws IOException {
    Objects.requireNonNull(stories, "stories");
    Objects.requireNonNull(progress, "progress");
    PageGrouper.each(stories, writer()::add, progress);
  }

  @Override
  public void delete(String id) throws IOException {
    Objects.requireNonNull(id, "id");
    writer().delete(id);
  }

  @Override
  public List<String> idsToDelete(StoryQuery query) throws IOException {
    Objects.requireNonNull(query, "query");
    return readers.search(searcher -> service.idsToDelete(new LuceneBackend(searcher), query));
  }

  @Override
  public Maintenance maintenance() {
    return this;
  }

  @Override
  public void purge() throws IOException {
    StoryWriter to = writer();
    readers.forgetViews(); // they hold the files open
    to.purge();
  }

  @Override
  public void optimize(int segments) throws IOException {
    if (segments < 1) {
      throw new IllegalArgumentException("segments must be >= 1, got " + segments);
    }
    writer().optimize(segments);
  }

  @Override
  public void rebuild() throws IOException {
    StoryWriter to = writer();
    try {
      readers.search(searcher -> {
        Integrity.check(searcher.getIndexReader());
        return true;
      });
    } catch (CorruptIndexException e) {
      throw DamagedIndexException.of(
          e, "nothing was changed. Restore a snapshot, or index the files again");
    }
    to.rebuild(refiling ->
        readers.search(searcher -> {
          new LuceneBackend(searcher).pages(refiling::page);
          return true;
        }));
  }

  @Override
  public Snapshot snapshot(Path to) throws IOException {
    Objects.requireNonNull(to, "to");
    checkOpen();
    IndexFolder target = new IndexFolder(to);
    if (folder != null && folder.isSame(to)) {
      throw new IllegalArgumentException(to + " is the index itself; name another folder");
    }
    StoryWriter current = writer;
    if (current != null) {
      return current.lend(commit -> copy(commit, target)).orElseThrow(this::nothingCommitted);
    }
    return copyLast(target);
  }

  private Snapshot copyLast(IndexFolder target) throws IOException {
    Directory from = directory;
    IOException gone = null;
    try {
      for (int i = 0; i < COPY_ATTEMPTS && from != null && DirectoryReader.indexExists(from); i++) {
        try {
          return copy(Commits.list(from).getLast(), target);
        } catch (FileNotFoundException | NoSuchFileException e) {
          gone = e; // a writer elsewhere has removed the commit meanwhile
        }
      }
    } catch (AlreadyClosedException e) {
      checkOpen(); // by another thread, meanwhile
      throw e;
    }
    throw gone != null ? gone : nothingCommitted();
  }

  private Snapshot copy(IndexCommit commit, IndexFolder target) throws IOException {
    try (Directory to = target.create()) {
      return new SnapshotCopier(commit, to, target).copy();
    } catch (CorruptIndexException e) {
      throw DamagedIndexException.of(
          e, "nothing was changed in " + target + ". Maintenance.check tells how far");
    } catch (LockObtainFailedException e) {
      throw target.locked(e);
    }
  }

  private NoIndexException nothingCommitted() {
    return new NoIndexException("nothing has been committed yet; there is nothing to copy", null);
  }

  @Override
  public Changes commit() throws IOException {
    StoryWriter.Written written = writer().commit();
    return new Changes(written.added(), written.replaced(), written.deleted());
  }

  @Override
  public void refresh() throws IOException {
    checkOpen();
    StoryWriter current = writer;
    if (current != null) {
      current.refresh();
      return;
    }
    synchronized (writing) {
      IndexFolder from = folder;
      if (!closed && writer == null && from != null && readers.isEmpty() && from.hasIndex()) {
        read(from, false);
      }
    }
    readers.refresh();
  }

  private StoryWriter writer() throws IOException {
    checkOpen();
    StoryWriter current = writer;
    return current != null ? current : startWriting();
  }

  private StoryWriter startWriting() throws IOException {
    synchronized (writing) {
      checkOpen();
      if (readOnly) {
        throw new IllegalStateException("the index was opened for reading only");
      }
      StoryWriter current = writer;
      if (current == null) {
        current = folder == null ? startInMemory() : startIn(folder);
        readers.use(current.searchers());
        writer = current;
      }
      return current;
    }
  }

  private StoryWriter startInMemory() throws IOException {
    Directory memory = Objects.requireNonNull(directory, "an index in memory has its directory");
    return StoryWriter.open(memory, filing.people(), weighing(), StoryWriter.Holder.SILENT);
  }

  private StoryWriter.Weighing weighing() {
    RankingOptions asked = filing.options();
    return new StoryWriter.Weighing(
        asked == null ? RankingOptions.DEFAULT : asked, rebuilding && asked != null);
  }

  private StoryWriter startIn(IndexFolder to) throws IOException {
    Directory created = to.create();
    try {
      StoryWriter started = StoryWriter.open(created, filing.people(), weighing(), to);
      try {
        checkOptions(to, started.options());
      } catch (IOException e) { // made by another since it was opened here
        started.close();
        throw e;
      }
      written = created;
      if (directory == null) {
        directory = created;
      }
      return started;
    } catch (LockObtainFailedException e) {
      created.close();
      throw to.locked(e);
    } catch (IOException | RuntimeException e) {
      created.close();
      throw e;
    }
  }

  @Override
  public Results search(StoryQuery query) throws IOException {
    Objects.requireNonNull(query, "query");
    IOFunction<IndexSearcher, Results> work =
        searcher -> kept(searcher, backend -> service.search(backend, query));
    OptionalLong view = SearchService.view(query);
    return whileMade(
        view.isEmpty() ? readers.search(work) : readers.search(view.getAsLong(), directory, work));
  }

  /** The answer, with a word on who makes the index, as long as another process does. */
  private Results whileMade(Results results) {
    IndexFolder from = folder;
    if (!isBeingMade || from == null || writer != null) {
      return results;
    }
    Optional<String> maker = from.otherMaker();
    isBeingMade = maker.isPresent();
    return maker.map(who -> told(results, who)).orElse(results);
  }

  private static Results told(Results results, String maker) {
    return results.with(
        Results.Warning.of(
            Results.Warning.Kind.BEING_FILLED,
            maker + " is filling this index; the answer is from what it has made durable so far"));
  }

  @Override
  public Results moreLike(Like like) throws IOException {
    Objects.requireNonNull(like, "like");
    return whileMade(
        readers.search(searcher -> kept(searcher, backend -> moreLike.answer(backend, like))));
  }

  /** The answer, whose view is kept: each hit gives a cursor, and can be looked at later. */
  private Results kept(IndexSearcher searcher, IOFunction<LuceneBackend, Results> asking)
      throws IOException {
    List<HitStories> hits = new ArrayList<>(1);
    Results results = asking.apply(new LuceneBackend(searcher, hits::add));
    if (!results.isEmpty()) {
      readers.keep(searcher, hits);
    }
    return results;
  }

  @Override
  public Counted<NamedPerson> people(StoryQuery query, int limit) throws IOException {
    Objects.requireNonNull(query, "query");
    return readers.search(searcher -> service.people(new LuceneBackend(searcher), query, limit));
  }

  @Override
  public Counted<DatePeriod> timeline(StoryQuery query, DatePeriod.By by) throws IOException {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(by, "by");
    return readers.search(searcher -> service.timeline(new LuceneBackend(searcher), query, by));
  }

  @Override
  public Optional<Story> story(String id) throws IOException {
    Objects.requireNonNull(id, "id");
    return readers.search(searcher -> new LuceneBackend(searcher).story(id));
  }

  @Override
  public List<String> idsWithPrefix(String prefix, int limit) throws IOException {
    Objects.requireNonNull(prefix, "prefix");
    return readers.search(searcher -> new LuceneBackend(searcher).idsWithPrefix(prefix, limit));
  }

  @Override
  public List<Story> samePage(String id) throws IOException {
    Objects.requireNonNull(id, "id");
    return readers.search(searcher -> new LuceneBackend(searcher).samePage(id));
  }

  @Override
  public void export(Consumer<Story> to) throws IOException {
    Objects.requireNonNull(to, "to");
    readers.search(searcher -> {
      new LuceneBackend(searcher).export(to);
      return true;
    });
  }

  @Override
  public RankingOptions options() throws IOException {
    checkOpen();
    RankingOptions asked = filing.options();
    return readers.isEmpty() && asked != null ? asked : readers.search(Ranking::options);
  }

  @Override
  public IndexStats stats() throws IOException {
    return readers.search(StatsReader::of);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    readers.refuse();
    synchronized (writing) {
      if (released) {
        return;
      }
      released = true;
      List<Closeable> parts = new ArrayList<>();
      StoryWriter current = writer;
      if (current != null) {
        parts.add(current); // first: its commit refreshes the readers
      }
      parts.add(readers);
      Stream.of(directory, written).filter(Objects::nonNull).distinct().forEach(parts::add);
      closeAll(parts);
    }
  }

  private static void closeAll(List<Closeable> parts) throws IOException {
    IOException failure = null;
    for (Closeable part : parts) {
      try {
        part.close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
