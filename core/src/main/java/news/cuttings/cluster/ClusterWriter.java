package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import news.cuttings.StoryIndex;
import news.cuttings.index.Completion;
import news.cuttings.index.Schema;
import news.cuttings.index.StoredStories;
import news.cuttings.index.WriterThreads;
import news.cuttings.people.People;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * Files stories on the cluster in batches, on threads of its own: a caller hands over and waits
 * only while too much is on its way. A batch that the cluster has no room for is sent again after a
 * pause; a story is filed by its id, so that nothing is filed twice. Safe for use by many threads;
 * two stories of one id are filed in the order in which they were handed over.
 *
 * <p>A story that could not be filed makes the next call that hands over fail, and the next that
 * asks for all that was handed over.
 */
final class ClusterWriter implements Closeable {
  private static final int MOST_STORIES = 500;
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int LONGEST_KEY = 512;
  private static final String HASHED = "sha256:";

  /**
   * So many characters are sent together and a story more: a node takes a hundred million bytes.
   */
  private static final int MOST_SENT = 8 << 20;

  private final ClusterNodes nodes;
  private final ClusterAddress index;
  private final String name;
  private final RankingOptions ranking;
  private final WriterThreads threads;
  private final LongAdder added = new LongAdder();
  private final LongAdder replaced = new LongAdder();
  private final LongAdder deleted = new LongAdder();
  private Batch batch = new Batch();
  private boolean closed;

  /** Ids written or removed since a rebuild has read the index; null while there is none. */
  private @Nullable Set<String> writtenSince;

  /** What is sent together: no id twice. */
  private static final class Batch {
    private final List<List<Story>> pages = new ArrayList<>();
    private final List<Story> asTheyAre = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private long characters;

    boolean isFull() {
      return ids.size() >= MOST_STORIES || characters >= MOST_CHARACTERS;
    }
  }

  /**
   * Writes in an index.
   *
   * @param index where it is, to tell
   * @param name its {@link WritingName}
   */
  ClusterWriter(
      ClusterNodes nodes,
      ClusterAddress index,
      String name,
      People people,
      RankingOptions ranking) {
    this.nodes = nodes;
    this.index = index;
    this.name = name;
    this.ranking = ranking;
    threads = new WriterThreads(people, Runtime.getRuntime().availableProcessors());
  }

  /**
   * The key of a story's document: its id, or where that is too long what stands for it, and for no
   * other.
   */
  static String key(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_KEY && !id.startsWith(HASHED)) {
      return id;
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HASHED + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Hands over the stories of one page. */
  synchronized void add(List<Story> page) throws IOException {
    checkOpen();
    page.forEach(story -> writtenNow(story.id()));
    add(page, false);
  }

  /**
   * Waits as {@link #await} does; what is written from now on is not {@linkplain #refile filed
   * anew}.
   */
  synchronized void beginRefiling() throws IOException {
    await();
    writtenSince = new HashSet<>();
  }

  /** Hands over stories that are there as they are now: nothing is kept that they leave out. */
  synchronized void refile(List<Story> page) throws IOException {
    checkOpen();
    Set<String> since = writtenSince;
    add(
        since == null ? page : page.stream().filter(story -> !since.contains(story.id())).toList(),
        true);
  }

  /** The end of what {@link #beginRefiling} began. */
  synchronized void endRefiling() {
    writtenSince = null;
  }

  private void writtenNow(String id) {
    if (writtenSince != null) {
      writtenSince.add(id);
    }
  }

  private void checkOpen() {
    if (closed) {
      throw WriterThreads.closed();
    }
  }

  private void add(List<Story> page, boolean asTheyAre) throws IOException {
    for (Story story : page) {
      if (!batch.ids.isEmpty() && batch.ids.contains(story.id())) {
        send();
      }
    }
    Set<String> ids = new HashSet<>();
    List<Story> part = new ArrayList<>();
    for (Story story : page) {
      if (!ids.add(story.id())) { // the page itself has it twice
        put(part, asTheyAre);
        send();
        part = new ArrayList<>();
        ids.clear();
        ids.add(story.id());
      }
      part.add(story);
    }
    put(part, asTheyAre);
    if (batch.isFull()) {
      send();
    }
  }

  private void put(List<Story> page, boolean asTheyAre) {
    if (page.isEmpty()) {
      return;
    }
    batch.pages.add(List.copyOf(page));
    for (Story story : page) {
      batch.ids.add(story.id());
      batch.characters += length(story);
      if (asTheyAre) {
        batch.asTheyAre.add(story);
      }
    }
  }

  /** How much there is of a story, whatever it is made of. */
  private static long length(Story story) {
    long length = 500L + story.headline().orElse("").length() + story.body().length();
    for (String topic : story.topics()) {
      length += topic.length() + 10L;
    }
    for (Person person : story.people()) {
      length += person.name().length() + 50L;
    }
    for (String value : story.further().values()) {
      length += value.length() + 10L;
    }
    return length;
  }

  /** Hands over the removal of a story. */
  synchronized void delete(String id) throws IOException {
    checkOpen();
    writtenNow(id);
    if (batch.ids.contains(id) || batch.isFull()) {
      send();
    }
    batch.ids.add(id);
    batch.removed.add(id);
  }

  private void send() throws IOException {
    if (batch.ids.isEmpty()) {
      return;
    }
    Batch full = batch;
    threads.handOver(full.ids, full.characters, worker -> new Sending(worker, full).send());
    batch = new Batch(); // it was taken; else it is handed over with the next
  }

  /** Waits until what was handed over is filed; says how much since the last call. */
  synchronized StoryIndex.Changes flush() throws IOException {
    checkOpen();
    send();
    return threads.alone(() ->
        new StoryIndex.Changes(
            added.sumThenReset(), replaced.sumThenReset(), deleted.sumThenReset()));
  }

  /** Waits until what was handed over is filed, and forgets nothing of the counts. */
  synchronized void await() throws IOException {
    checkOpen();
    send();
    threads.alone(() -> true);
  }

  /**
   * Files what was handed over, and takes nothing more; does nothing where it was done before.
   *
   * @throws IOException where something of it could not be filed
   */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    try {
      await();
    } catch (IOException e) {
      try {
        await(); // the others
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    } finally {
      closed = true;
      threads.stop();
    }
  }

  /** One batch on its way. */
  private final class Sending {
    private final WriterThreads.Worker worker;
    private final Map<String, Story> stories = new HashMap<>();
    private final Set<String> removed;
    private final Set<String> asTheyAre = new HashSet<>();
    private @Nullable IOException failure;

    Sending(WriterThreads.Worker worker, Batch batch) {
      this.worker = worker;
      worker.fields().weigh(ranking);
      removed = new HashSet<>(batch.removed);
      for (List<Story> page : batch.pages) {
        worker.people().name(page).forEach(story -> stories.put(story.id(), story));
      }
      batch.asTheyAre.forEach(story -> asTheyAre.add(story.id()));
    }

    /** Files each story it can; then tells the first that it could not, by its id. */
    void send() throws IOException {
      ClusterNodes.Pauses pauses = new ClusterNodes.Pauses(nodes.patience());
      while (!stories.isEmpty() || !removed.isEmpty()) {
        ClusterException last = sendOnce();
        if (last != null && !pauses.pause()) {
          throw told(last);
        }
      }
      if (failure != null) {
        throw failure;
      }
    }

    private IOException told(ClusterException last) {
      int left = stories.size() + removed.size();
      return new IOException(
          "the cluster files no more in "
              + index
              + ", "
              + left
              + " of this batch are left: "
              + last.getMessage()
              + "; what was committed is safe, give it the same again",
          last);
    }

    private IOException dropped(ClusterException refusal) {
      int left = stories.size() + removed.size();
      return new IOException(
          "the index at "
              + index
              + " was dropped while it was written, "
              + left
              + " of this batch are in none; open it again and give it everything",
          refusal);
    }

    /** Sends what is left; gives why some of it is to be sent again, null where none is. */
    private @Nullable ClusterException sendOnce() throws IOException {
      Map<String, Json> known = known();
      StringBuilder lines = new StringBuilder();
      List<String> order = new ArrayList<>();
      ClusterException again = null;
      for (Story story : List.copyOf(stories.values())) {
        order.add(story.id());
        line(lines, story, known.get(key(story.id())));
        if (lines.length() >= MOST_SENT) { // a page of long stories is more than a node takes
          again = either(send(lines, order), again);
        }
      }
      for (String id : List.copyOf(removed)) {
        order.add(id);
        lines.append(Json.write(object("delete", object("_id", key(id))))).append('\n');
      }
      return order.isEmpty() ? again : either(send(lines, order), again);
    }

    private static @Nullable ClusterException either(
        @Nullable ClusterException one, @Nullable ClusterException other) {
      return one != null ? one : other;
    }

    /** Sends those lines and empties them. */
    private @Nullable ClusterException send(StringBuilder lines, List<String> order)
        throws IOException {
      Json answer;
      try {
        answer =
            nodes.ask(
                new ClusterNodes.Request(
                        "POST",
                        path("_bulk?timeout=10s&require_alias=true"),
                        lines.toString(),
                        "items")
                    .ofMany(order.size()));
      } catch (ClusterException e) {
        throw told(e);
      }
      ClusterException again = read(order, answer.at("items").list());
      lines.setLength(0);
      order.clear();
      return again;
    }

    private String path(String rest) {
      return "/" + name + "/" + rest;
    }

    /** What is filed of the stories that may lack something, by the keys of those looked at. */
    private Map<String, Json> known() throws IOException {
      List<String> wanted = new ArrayList<>();
      for (Story story : stories.values()) {
        if (Completion.mayLack(story) && !asTheyAre.contains(story.id())) {
          wanted.add(key(story.id()));
        }
      }
      Map<String, Json> known = new HashMap<>();
      know(wanted, known);
      return known;
    }

    /** Looks at the stories of those keys; in halves where they are too long for one answer. */
    private void know(List<String> keys, Map<String, Json> known) throws IOException {
      if (keys.isEmpty()) {
        return;
      }
      List<Object> docs = new ArrayList<>();
      keys.forEach(key -> docs.add(object("_id", key)));
      ClusterNodes.Request request =
          ClusterNodes.Request.post(
                  path("_mget?_source=" + Schema.STORY), object("docs", docs), "docs")
              .ofMany(keys.size());
      try {
        Json answer = nodes.ask(request);
        answer.at("docs").list().forEach(one -> known.put(one.at("_id").text(), one));
      } catch (ClusterException e) {
        if (!e.is(ClusterNodes.TOO_LONG) || keys.size() == 1) {
          throw e;
        }
        int half = keys.size() / 2;
        know(keys.subList(0, half), known);
        know(keys.subList(half, keys.size()), known);
      }
    }

    /** A story that was completed is filed only if nobody has filed it since. */
    private void line(StringBuilder lines, Story story, @Nullable Json old) throws IOException {
      Map<String, @Nullable Object> about = object("_id", key(story.id()));
      Story complete = story;
      String action = "index";
      if (old != null && old.at("found").isTrue()) {
        complete = Completion.of(story, StoredStories.read(old.at("_source", Schema.STORY).text()));
        about.put("if_seq_no", old.at("_seq_no").number());
        about.put("if_primary_term", old.at("_primary_term").number());
      } else if (old != null) {
        action = "create";
      }
      lines.append(Json.write(object(action, about))).append('\n');
      lines.append(Json.write(StoryDocument.of(worker.fields().of(complete)))).append('\n');
    }

    private @Nullable ClusterException read(List<String> order, List<Json> items)
        throws IOException {
      ClusterException again = null;
      for (int i = 0; i < items.size(); i++) {
        String id = order.get(i);
        Json item = items.get(i).members().values().iterator().next();
        int status = (int) item.at("status").number();
        boolean isRefused = item.at("error").isPresent();
        if (status < 300 || (status == 404 && !isRefused && removed.contains(id))) {
          count(item.at("result").text());
          forget(id);
          continue;
        }
        ClusterException refusal = ClusterNodes.refusal("the cluster", status, item.at("error"));
        if (refusal.is("index_not_found")) {
          throw dropped(refusal);
        }
        if (status == 409 || refusal.isPassing()) {
          again = refusal;
        } else {
          failed(id, refusal);
        }
      }
      return again;
    }

    private void forget(String id) {
      stories.remove(id);
      removed.remove(id);
    }

    private void failed(String id, ClusterException refusal) {
      forget(id);
      if (failure == null) {
        failure = new IOException("story " + id + ": " + refusal.getMessage(), refusal);
      }
    }

    private void count(String result) {
      switch (result) {
        case "created" -> added.increment();
        case "updated" -> replaced.increment();
        case "deleted" -> deleted.increment();
        default -> {} // it was not there
      }
    }
  }
}
