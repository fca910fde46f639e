package news.cuttings.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import news.cuttings.Filed;
import news.cuttings.index.CommitData;
import news.cuttings.index.Schema;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Facets;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question to a cluster ends when its time is over, whatever the nodes do. */
class TimeoutTest {
  private static final Duration TIME = Duration.ofMillis(400);

  /** What a question of that time may last: what is on its way is waited for, and the machine. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final ClusterOptions OPTIONS =
      ClusterOptions.standard().people(Filed.people()).patience(Duration.ofSeconds(2));

  private static final Duration PATIENT = Duration.ofMinutes(1);

  private static final StoryQuery QUERY = StoryQuery.words("gravel").timeout(TIME);
  private static final Like LIKE = Like.text("Gravel is dear.").timeout(TIME);

  /** Lets a node's answers wait, until the test is over. */
  private final CountDownLatch over = new CountDownLatch(1);

  /** Bodies of the searches, in order. */
  private final List<String> searches = new CopyOnWriteArrayList<>();

  /** Answers a search. */
  private interface Searching {
    void to(HttpExchange exchange, String body) throws IOException;
  }

  /** A question, and whether its answer says that it is of a part. */
  interface Asking {
    boolean isPartial(ClusterIndex index) throws IOException;
  }

  private static Stream<Asking> questions() {
    return Stream.of(
        index -> index.search(QUERY).partial(),
        index -> index.moreLike(LIKE).partial(),
        index -> index.people(QUERY, 3).isPartial(),
        index -> index.timeline(QUERY, DatePeriod.By.DAY).isPartial());
  }

  private static String answer(List<String> ids, String more) {
    String hits = String.join(",", ids.stream().map(TimeoutTest::hit).toList());
    return "{%s\"hits\":{\"total\":{\"value\":%d,\"relation\":\"eq\"},\"hits\":[%s]},\"aggregations\":{},\"suggest\":{}}"
        .formatted(more, ids.size(), hits);
  }

  private static String hit(String id) {
    String story = "{\"id\":\"%s\",\"body\":\"Gravel is dear.\",\"people\":[]}".formatted(id);
    return "{\"sort\":[1.5,null,null,\"%s\"],\"_source\":{\"story\":%s}}"
        .formatted(id, Json.write(story));
  }

  private static final String WHOLE = "\"_shards\":{\"failed\":0},";
  private static final String NOTHING = answer(List.of(), WHOLE);

  /** A node that answers what comes before a search, and searches as it is told. */
  private FakeNode node(Searching searching) throws IOException {
    return new FakeNode((exchange, path, body) -> {
      if (path.contains("point_in_time")) {
        FakeNode.answer(exchange, 200, "{\"pit_id\":\"p\",\"pits\":[]}");
      } else if (path.contains("search")) {
        searches.add(path + "\n" + body);
        searching.to(exchange, body);
      } else {
        FakeNode.answer(exchange, 200, described(path));
      }
    });
  }

  private static String described(String path) {
    if (path.contains("_stats")) {
      return "{\"_shards\":{},\"_all\":{},\"indices\":{\"guardian\":{\"shards\":{}}}}";
    }
    if (path.contains("_refresh")) {
      return "{\"_shards\":{\"failed\":0}}";
    }
    String meta =
        Json.write(
            Json.object(CommitData.SCHEMA, Schema.VERSION, CommitData.ANALYSIS, Schema.ANALYSIS));
    return "{\"guardian\":{\"mappings\":{\"_meta\":%s},\"settings\":{\"index.uuid\":\"u\"}}}"
        .formatted(meta);
  }

  /** Answers each of the questions in the body alike. */
  private static void alike(HttpExchange exchange, String body, String answer) throws IOException {
    long lines = body.lines().count();
    String all = String.join(",", Collections.nCopies((int) lines / 2, answer));
    FakeNode.answer(exchange, 200, lines == 1 ? answer : "{\"responses\":[" + all + "]}");
  }

  /** Whether it is the first of a view, by which the view is known. */
  private static boolean isOpening(String body) {
    return body.contains("\"aggs\":{\"undated\"");
  }

  /** Says nothing, and keeps the line. */
  private void hang() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T inTime(ThrowingSupplier<T> asked) {
    return assertTimeoutPreemptively(LONGEST, asked);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aNodeThatSaysNothingIsNotWaitedForBeyondTheTime(Asking asking) throws IOException {
    try (FakeNode node = node((exchange, body) -> hang());
        ClusterIndex index = ClusterIndex.connect(node.address(), OPTIONS)) {
      assertThat(inTime(() -> asking.isPartial(index))).isTrue();
      assertThat(inTime(() -> asking.isPartial(index))).as("again").isTrue();
      over.countDown();
    }
  }

  @Test
  void nothingIsSaidToBeFoundUntilThen() throws IOException {
    try (FakeNode node = node((exchange, body) -> hang());
        ClusterIndex index = ClusterIndex.connect(node.address(), OPTIONS)) {
      Results found = inTime(() -> index.search(QUERY));
      assertThat(found).isEmpty();
      assertThat(found.total()).isEqualTo(new Results.Total(0, false));
      assertThat(found.interpretation()).contains("gravel");
      assertThat(found.warnings()).anyMatch(one -> one.message().contains("time"));
      over.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void somebodyWhoWaitsForAViewKeepsNobodyElse(boolean isFirst) throws Exception {
    try (FakeNode node = node((exchange, body) -> hang());
        ClusterIndex index = ClusterIndex.connect(node.address(), OPTIONS)) {
      Thread waiting =
          Thread.ofVirtual()
              .start(() -> assertThatThrownBy(() -> index.search(StoryQuery.words("dear"))));
      while (isFirst && searches.isEmpty()) {
        Thread.sleep(10);
      }
      assertThat(inTime(() -> index.search(QUERY)).partial()).isTrue();
      over.countDown();
      waiting.join();
    }
  }

  @Test
  void whatWasFoundInTimeIsGivenWithoutWhatStoodBeside() throws IOException {
    String found = answer(List.of("1", "2"), WHOLE);
    try (FakeNode node =
            node((exchange, body) -> {
              boolean isCounting = body.lines().count() == 1 && body.contains("\"size\":0");
              if (isCounting && !isOpening(body)) {
                hang();
              } else {
                alike(exchange, body, found);
              }
            });
        ClusterIndex index = ClusterIndex.connect(node.address(), OPTIONS)) {
      Results results = inTime(() -> index.search(QUERY.counting().facets(3)));
      assertThat(Filed.ids(results)).containsExactly("1", "2");
      assertThat(results.partial()).isTrue();
      assertThat(results.total()).isEqualTo(new Results.Total(2, false));
      assertThat(results.facets()).isEqualTo(Facets.NONE);
      over.countDown();
    }
  }

  @Test
  void aClusterThatEndsInTimeIsBelieved() throws IOException {
    String part = answer(List.of("1"), "\"timed_out\":true," + WHOLE);
    try (FakeNode node = node((exchange, body) -> alike(exchange, body, part));
        ClusterIndex index = ClusterIndex.connect(node.address(), OPTIONS)) {
      Results results = inTime(() -> index.search(QUERY.timeout(Duration.ofMinutes(1))));
      assertThat(Filed.ids(results)).containsExactly("1");
      assertThat(results.partial()).isTrue();
      assertThat(searches.getLast())
          .contains("allow_partial_search_results=true", "\"timeout\":\"");
    }
  }

  @Test
  void withoutATimeNothingIsPartial() throws IOException {
    String one = answer(List.of("1"), WHOLE);
    try (FakeNode node = node((exchange, body) -> alike(exchange, body, one));
        ClusterIndex index = ClusterIndex.connect(node.address(), OPTIONS)) {
      assertThat(index.search(StoryQuery.words("gravel")).partial()).isFalse();
      assertThat(String.join("\n", searches))
          .doesNotContain("\"timeout\"", "allow_partial_search_results=true");
    }
  }

  @Test
  void aShardThatFailsIsNoPartOfAnAnswer() throws IOException {
    String failed =
        "\"_shards\":{\"failed\":1,\"failures\":[{\"shard\":1,\"reason\":{\"type\":\"io_exception\",\"reason\":\"bad"
            + " disk\"}}]},";
    String part = answer(List.of("1"), failed);
    try (FakeNode node =
            node((exchange, body) -> alike(exchange, body, isOpening(body) ? NOTHING : part));
        ClusterIndex index = ClusterIndex.connect(node.address(), OPTIONS)) {
      assertThatThrownBy(() -> index.search(QUERY.timeout(Duration.ofMinutes(1))))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("bad disk");
    }
  }

  @Test
  void aClusterThatIsGoneIsToldAndNotTakenForASlowOne() throws IOException {
    FakeNode node = node((exchange, body) -> alike(exchange, body, NOTHING));
    try (ClusterIndex index = ClusterIndex.connect(node.address(), OPTIONS.patience(PATIENT))) {
      node.close();
      assertThatThrownBy(() -> inTime(() -> index.search(QUERY)))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("cannot be reached");
    }
  }
}
