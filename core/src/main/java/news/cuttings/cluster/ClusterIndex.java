package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import news.cuttings.IncompatibleIndexException;
import news.cuttings.IndexStats;
import news.cuttings.Maintenance;
import news.cuttings.NoIndexException;
import news.cuttings.Snapshot;
import news.cuttings.StoryIndex;
import news.cuttings.index.Ranking;
import news.cuttings.index.Schema;
import news.cuttings.index.WriterThreads;
import news.cuttings.people.PageGrouper;
import news.cuttings.query.Counted;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Like;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.search.LuceneBackend;
import news.cuttings.search.SearchBackend;
import news.cuttings.search.SearchService;
import news.cuttings.search.like.MoreLike;
import news.cuttings.story.Story;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/**
 * An index on an OpenSearch cluster, with the calls and the answers of one on a disk.
 *
 * {@snippet class="news.cuttings.cluster.ClusterSnippetsTest" region="connect"}
 *
 * <p>Sharding, copies and the loss of a node are the cluster's business; here a request is tried
 * again until the patience of {@link ClusterOptions} ends. What was committed is on every copy.
 * Scores are those of an index on a disk as long as no story was replaced or removed; after that
 * copies differ a little in what their counts still hold. Words spelt nearly so are ranked by each
 * shard's own spellings.
 *
 * <p>Safe for use by many threads.
 */
public final class ClusterIndex implements StoryIndex, Maintenance {
  private final ClusterAddress address;
  private final ClusterOptions options;
  private final ClusterNodes nodes;
  private final Views views;
  private final SearchService service = new SearchService();
  private final MoreLike moreLike = new MoreLike(service.analyses());
  private final Object writing = new Object();
  private final boolean readOnly;
  private final boolean forRebuilding;
  private volatile Made made;
  private volatile boolean exists;
  private volatile @Nullable ClusterWriter writer;
  private final ReentrantLock rebuilding = new ReentrantLock();
  private volatile boolean closed;

  private ClusterIndex(
      ClusterAddress address, ClusterOptions options, boolean readOnly, boolean forRebuilding) {
    this.address = address;
    this.options = options;
    this.readOnly = readOnly;
    this.forRebuilding = forRebuilding;
    nodes = new ClusterNodes(address, options);
    made = Made.now(options.ranking().orElse(RankingOptions.DEFAULT));
    views = new Views(nodes, address.index(), () -> made);
  }

  /**
   * Connects to the index at {@code http(s)://HOST:PORT/NAME}; where there is none, the first write
   * makes it. Credentials are those of the {@linkplain Credentials#fromEnvironment environment}.
   *
   * @throws IllegalArgumentException where the address is none
   * @throws IncompatibleIndexException where this release cannot read the index
   * @throws ClusterException where the cluster cannot be asked
   */
  public static ClusterIndex connect(URI uri) throws IOException {
    Objects.requireNonNull(uri, "uri");
    ClusterOptions options = ClusterOptions.standard();
    return connect(uri, Credentials.fromEnvironment().map(options::credentials).orElse(options));
  }

  /** Connects to the index at that address, with those options. */
  public static ClusterIndex connect(URI uri, ClusterOptions options) throws IOException {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(options, "options");
    return open(uri, options, false, false, false);
  }

  /**
   * Connects to an index that is there.
   *
   * @throws NoIndexException where there is none
   */
  public static ClusterIndex connectExisting(URI uri, ClusterOptions options) throws IOException {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(options, "options");
    return open(uri, options, true, false, false);
  }

  /**
   * Connects to an index that is there, for searching only.
   *
   * @throws NoIndexException where there is none
   */
  public static ClusterIndex connectReadOnly(URI uri, ClusterOptions options) throws IOException {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(options, "options");
    return open(uri, options, true, true, false);
  }

  /**
   * Connects to an index that is there, also to one of another analysis, which {@link #rebuild}
   * mends.
   */
  public static ClusterIndex connectForRebuilding(URI uri, ClusterOptions options)
      throws IOException {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(options, "options");
    return open(uri, options, true, false, true);
  }

  private static ClusterIndex open(
      URI uri, ClusterOptions options, boolean mustExist, boolean readOnly, boolean otherAnalysis)
      throws IOException {
    ClusterAddress address = ClusterAddress.of(uri);
    ClusterIndex index = new ClusterIndex(address, options, readOnly, otherAnalysis);
    try {
      index.look();
      if (mustExist && !index.exists) {
        throw new NoIndexException(
            "there is no index at "
                + address
                + "; ClusterIndex.connect makes one at the first write",
            null);
      }
      return index;
    } catch (IOException | RuntimeException e) {
      index.nodes.close();
      throw e;
    }
  }

  /** Looks whether the index is there and can be read; gives what is said of it. */
  private Optional<Described> look() throws IOException {
    Optional<Described> found = Described.at(nodes, address);
    if (found.isPresent()) {
      Json meta = found.get().meta();
      Optional<String> fault = Mapping.fault(meta, forRebuilding);
      if (fault.isPresent()) {
        throw new IncompatibleIndexException("the index at " + address + " " + fault.get(), null);
      }
      Made told = Made.of(meta);
      checkRanking(told.ranking());
      made = told;
    }
    if (found.isPresent()) {
      exists = true; // what was there and is gone is not made anew
    }
    return found;
  }

  private void checkRanking(RankingOptions has) throws IncompatibleIndexException {
    if (options.ranking().isPresent() && !options.ranking().get().equals(has)) {
      throw new IncompatibleIndexException(
          "the index at "
              + address
              + " was made with other options of ranking; export it and"
              + " index the export into a new one",
          null);
    }
  }

  private ClusterWriter writer() throws IOException {
    checkOpen();
    ClusterWriter current = writer;
    return current != null ? current : startWriting();
  }

  private ClusterWriter startWriting() throws IOException {
    synchronized (writing) {
      checkOpen();
      if (readOnly) {
        throw new IllegalStateException("the index was opened for reading only");
      }
      ClusterWriter current = writer;
      if (current == null) {
        current =
            new ClusterWriter(nodes, address, writingName(), options.people(), made.ranking());
        writer = current;
      }
      return current;
    }
  }

  private String writingName() throws IOException {
    if (!exists) {
      make();
    }
    Described index =
        look()
            .orElseThrow(() ->
                new NoIndexException("the index at " + address + " was dropped meanwhile", null));
    return WritingName.of(nodes, index);
  }

  private void make() throws IOException {
    String body = Json.write(Mapping.index(options, made.ranking()));
    try {
      nodes.ask(new ClusterNodes.Request("PUT", "/" + address.index(), body, "acknowledged"));
    } catch (ClusterException e) {
      if (!e.is("resource_already_exists")) {
        throw e;
      }
    }
  }

  private void checkOpen() {
    if (closed) {
      throw WriterThreads.closed();
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
    ClusterWriter from = writer();
    if (Story.isId(id)) { // else it could be another's in bytes
      from.delete(id);
    }
  }

  @Override
  public List<String> idsToDelete(StoryQuery query) throws IOException {
    Objects.requireNonNull(query, "query");
    return ask(backend -> service.idsToDelete(backend, query));
  }

  @Override
  public Changes commit() throws IOException {
    Changes changes = writer().flush();
    views.refresh();
    return changes;
  }

  @Override
  public void refresh() throws IOException {
    checkOpen();
    ClusterWriter current = writer;
    if (current != null) {
      current.await();
    }
    if (!exists) {
      look();
    }
    if (exists) {
      views.refresh();
    }
  }

  /**
   * Commits, and has the cluster write anew what holds a story removed or replaced before. Takes up
   * to half a minute beside the merge: so long copies keep what another may have missed. Whoever
   * looks at an earlier point in time holds its files until he has done.
   */
  @Override
  public Maintenance maintenance() {
    return this;
  }

  @Override
  public void purge() throws IOException {
    writer().await();
    new Upkeep(nodes, address.index()).purge();
    views.forgetAll();
  }

  @Override
  public void optimize(int segments) throws IOException {
    if (segments < 1) {
      throw new IllegalArgumentException("segments must be >= 1, got " + segments);
    }
    writer().await();
    new Upkeep(nodes, address.index()).merge(segments);
    views.refresh();
  }

  /**
   * Files every story anew from its own stored text and commits. Views that are open keep the old
   * state; a crash leaves some stories filed anew and the others as they were, and the same again
   * completes it.
   */
  @Override
  public void rebuild() throws IOException {
    ClusterWriter to = writer();
    rebuilding.lock();
    try {
      to.beginRefiling();
      describe(Mapping.additions());
      views.refresh();
      ask(backend -> {
        backend.pages(to::refile);
        return true;
      });
      to.await();
    } finally {
      to.endRefiling();
      rebuilding.unlock();
    }
    describe(object("_meta", Mapping.versions(made.ranking())));
    made = Made.now(made.ranking());
    commit();
  }

  private void describe(Map<String, @Nullable Object> mapping) throws IOException {
    String path = "/" + address.index() + "/_mapping";
    nodes.ask(new ClusterNodes.Request("PUT", path, Json.write(mapping), "acknowledged"));
  }

  /**
   * A cluster copies itself by its own means.
   *
   * @throws IOException always, with that
   */
  @Override
  public Snapshot snapshot(Path to) throws IOException {
    Objects.requireNonNull(to, "to");
    checkOpen();
    throw new IOException(
        "a cluster writes snapshots to its own repositories; see _snapshot in its manual, or export"
            + " the stories");
  }

  @Override
  public RankingOptions options() {
    checkOpen();
    return made.ranking();
  }

  private <T> T ask(IOFunction<SearchBackend, T> work) throws IOException {
    return ask(OptionalLong.empty(), Optional.empty(), work);
  }

  private <T> T ask(OptionalLong view, Optional<Duration> time, IOFunction<SearchBackend, T> work)
      throws IOException {
    checkOpen();
    Deadline deadline = time.map(Deadline::in).orElseGet(Deadline::none);
    return exists
        ? views.with(view, deadline, work::apply)
        : work.apply(new LuceneBackend(Ranking.searcher(new MultiReader())));
  }

  @Override
  public Results search(StoryQuery query) throws IOException {
    Objects.requireNonNull(query, "query");
    return ask(
        SearchService.view(query), query.timeout(), backend -> service.search(backend, query));
  }

  @Override
  public Results moreLike(Like like) throws IOException {
    Objects.requireNonNull(like, "like");
    return ask(OptionalLong.empty(), like.timeout(), backend -> moreLike.answer(backend, like));
  }

  @Override
  public Counted<NamedPerson> people(StoryQuery query, int limit) throws IOException {
    Objects.requireNonNull(query, "query");
    return ask(
        OptionalLong.empty(), query.timeout(), backend -> service.people(backend, query, limit));
  }

  @Override
  public Counted<DatePeriod> timeline(StoryQuery query, DatePeriod.By by) throws IOException {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(by, "by");
    return ask(
        OptionalLong.empty(), query.timeout(), backend -> service.timeline(backend, query, by));
  }

  @Override
  public Optional<Story> story(String id) throws IOException {
    Objects.requireNonNull(id, "id");
    return ask(backend -> backend.story(id));
  }

  @Override
  public List<String> idsWithPrefix(String prefix, int limit) throws IOException {
    Objects.requireNonNull(prefix, "prefix");
    return ask(backend -> backend.idsWithPrefix(prefix, limit));
  }

  @Override
  public List<Story> samePage(String id) throws IOException {
    Objects.requireNonNull(id, "id");
    return ask(backend -> backend.samePage(id));
  }

  @Override
  public void export(Consumer<Story> to) throws IOException {
    Objects.requireNonNull(to, "to");
    checkOpen();
    if (!exists) {
      return;
    }
    AtomicReference<@Nullable String> last = new AtomicReference<>();
    views.with(
        OptionalLong.empty(),
        Deadline.none(),
        backend -> { // begun anew where a node is lost, after the last that was given
          backend.export(
              last.get(),
              story -> {
                to.accept(story);
                last.set(story.id());
              });
          return true;
        });
  }

  @Override
  public IndexStats stats() throws IOException {
    checkOpen();
    if (!exists) {
      return new IndexStats(0, 0, 0, 0, 0, 0, null, null, "");
    }
    return views.with(
        OptionalLong.empty(),
        Deadline.none(),
        backend -> {
          Upkeep.Size size = new Upkeep(nodes, address.index()).size();
          List<DatePeriod> days =
              service.timeline(backend, StoryQuery.everything(), DatePeriod.By.DAY).stream()
                  .filter(day -> day.stories() > 0)
                  .toList();
          List<DatePeriod> dated = days.stream().filter(day -> day.from() != null).toList();
          long undated =
              days.stream().filter(day -> day.from() == null).mapToLong(DatePeriod::stories).sum();
          LocalDate first = dated.isEmpty() ? null : dated.getFirst().from();
          LocalDate last = dated.isEmpty() ? null : dated.getLast().to();
          return new IndexStats(
              backend.stories(),
              undated,
              backend.distinct(Schema.PERSON),
              backend.distinct(Schema.SOURCE + Mapping.VALUES),
              size.bytes(),
              size.segments(),
              first,
              last,
              size.lucene());
        });
  }

  /** Waits until what was handed over is filed and visible, and lets go of the cluster. */
  @Override
  public void close() throws IOException {
    synchronized (writing) {
      if (closed) {
        return;
      }
      closed = true;
      try {
        ClusterWriter current = writer;
        if (current != null) {
          current.close();
          View.refresh(nodes, address.index());
        }
      } finally {
        views.close();
        nodes.close();
      }
    }
  }
}
