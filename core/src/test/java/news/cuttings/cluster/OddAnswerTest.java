package news.cuttings.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.cuttings.Filed;
import news.cuttings.index.Schema;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a node answers that is no answer is told, with the node's name; none is read without end.
 */
class OddAnswerTest {
  private static final ClusterOptions OPTIONS =
      ClusterOptions.standard()
          .people(Filed.people())
          .patience(Duration.ofMillis(200))
          .longestAnswer(1 << 20);

  /** Answers all but searches as a node with an index would. */
  private static void asAnIndex(HttpExchange exchange, String path, String search)
      throws IOException {
    String meta =
        "{\"cuttings.schema\":"
            + Schema.VERSION
            + ",\"cuttings.analysis\":"
            + Schema.ANALYSIS
            + "}";
    String answer;
    if (path.contains("_search/point_in_time")) {
      answer = "{\"pit_id\":\"p\",\"pits\":[]}";
    } else if (path.contains("search")) {
      answer = search;
    } else if (path.contains("_stats")) {
      answer = "{\"_shards\":{},\"_all\":{},\"indices\":{\"guardian\":{\"shards\":{}}}}";
    } else if (path.contains("_refresh")) {
      answer = "{\"_shards\":{\"failed\":0}}";
    } else {
      answer =
          "{\"guardian\":{\"mappings\":{\"_meta\":"
              + meta
              + "},\"settings\":{\"index.uuid\":\"u\"}}}";
    }
    FakeNode.answer(exchange, 200, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "{}",
        "null",
        "[]",
        "1",
        "\"text\"",
        "{\"tagline\":\"another service\"}",
        "{\"hits\":null}",
        "{\"hits\":{\"hits\":[]",
        "<html>a proxy's page</html>"
      })
  void whatIsNoAnswerIsNotTakenForNothingFound(String odd) throws IOException {
    try (FakeNode node = new FakeNode((exchange, path) -> asAnIndex(exchange, path, odd));
        ClusterIndex index = ClusterIndex.connect(node.address(), OPTIONS)) {
      String named = "localhost:" + node.address().getPort();
      assertThatThrownBy(() -> index.search(StoryQuery.words("gravel")))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining(named);
    }
    try (FakeNode node = new FakeNode((exchange, path) -> FakeNode.answer(exchange, 200, odd))) {
      String named = "localhost:" + node.address().getPort();
      assertThatThrownBy(() -> ClusterIndex.connect(node.address(), OPTIONS))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(named);
    }
  }

  @Test
  void aPageThatSomebodyElseHasNotFoundIsNoSignThatThereIsNoIndex() throws IOException {
    try (FakeNode node =
        new FakeNode((exchange, path) -> FakeNode.answer(exchange, 404, "<h1>Not found</h1>"))) {
      assertThatThrownBy(() -> ClusterIndex.connect(node.address(), OPTIONS))
          .isInstanceOf(ClusterException.class)
          .hasMessageContainingAll("404", "localhost:" + node.address().getPort());
    }
  }

  private static void endless(HttpExchange exchange, int status, String piece) throws IOException {
    exchange.sendResponseHeaders(status, 0);
    OutputStream out = exchange.getResponseBody();
    byte[] bytes = piece.repeat(1000).getBytes(StandardCharsets.UTF_8);
    while (true) { // until the line is cut
      out.write(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 500})
  void anAnswerWithoutEndIsReadToItsLimit(int status) throws IOException {
    try (FakeNode node = new FakeNode((exchange, path) -> endless(exchange, status, "[1,2],"));
        ClusterNodes nodes = node.nodes(OPTIONS)) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(() -> nodes.ask(ClusterNodes.Request.get("/x")))
                  .isInstanceOf(ClusterException.class)
                  .hasMessageContaining("localhost:" + node.address().getPort())
                  .hasMessageContaining(
                      status == 200 ? "more than 1 MB" : Integer.toString(status)));
      assertThat(node.asked()).hasSize(status == 500 ? node.asked().size() : 1);
    }
  }

  @Test
  void anAnswerThatSaysItIsTooLongIsNotRead() throws IOException {
    try (FakeNode node =
            new FakeNode((exchange, path) -> {
              exchange.sendResponseHeaders(200, 1L << 40);
              exchange.getResponseBody().write('{');
              exchange.getResponseBody().flush();
            });
        ClusterNodes nodes = node.nodes(OPTIONS)) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(() -> nodes.ask(ClusterNodes.Request.get("/x")))
                  .hasMessageContaining("more than 1 MB"));
    }
  }

  @Test
  void anAnswerThatComesToNoEndIsNotWaitedForEver() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (FakeNode node =
            new FakeNode((exchange, path) -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write('{');
              exchange.getResponseBody().flush();
              try {
                over.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
        ClusterNodes nodes = node.nodes(OPTIONS)) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(
                      () -> nodes.ask(new ClusterNodes.Request("POST", "/x/_refresh", null)))
                  .isInstanceOf(ClusterException.class)
                  .hasMessageContaining("localhost:" + node.address().getPort()));
      over.countDown();
    }
  }

  @Test
  void manyEmptyValuesAreNotHeld() throws IOException {
    ClusterOptions more = OPTIONS.longestAnswer(64 << 20);
    String dense = "{\"a\":[" + "[],".repeat(6_000_000) + "[]]}";
    try (FakeNode node = new FakeNode((exchange, path) -> FakeNode.answer(exchange, 200, dense));
        ClusterNodes nodes = node.nodes(more)) {
      assertThatThrownBy(() -> nodes.ask(ClusterNodes.Request.get("/x")))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("localhost:" + node.address().getPort());
    }
  }

  @Test
  void anAnswerToFewerThingsThanWereAskedIsTold() throws IOException {
    String one = "{\"items\":[{\"index\":{\"status\":201,\"result\":\"created\"}}]}";
    try (FakeNode node =
            new FakeNode((exchange, path) -> {
              FakeNode.answer(exchange, 200, path.contains("_mget") ? known(1) : one);
            });
        ClusterNodes nodes = node.nodes(OPTIONS);
        ClusterWriter writer =
            new ClusterWriter(
                nodes,
                ClusterAddress.of(node.address()),
                "guardian.u",
                Filed.people(),
                RankingOptions.DEFAULT)) {
      writer.add(List.of(story("1", 10), story("2", 10)));
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThatThrownBy(writer::flush)
                  .isInstanceOf(IOException.class)
                  .hasMessageContainingAll("1 of 2", "localhost:" + node.address().getPort()));
    }
  }

  private static Story story(String id, int words) {
    return Story.builder().id(id).body("gravel ".repeat(words)).build();
  }

  private static String known(int number) {
    return "{\"docs\":["
        + String.join(",", IntStream.range(0, number).mapToObj(i -> "{\"found\":false}").toList())
        + "]}";
  }

  @Test
  void aPageOfLongStoriesIsSentInParts() throws IOException {
    List<Integer> lengths = new CopyOnWriteArrayList<>();
    Pattern created = Pattern.compile("\\{\"(?:index|create)\":\\{\"_id\":\"");
    try (FakeNode node =
            new FakeNode((exchange, path, body) -> {
              if (path.contains("_mget")) {
                FakeNode.answer(exchange, 200, known(20));
              } else {
                lengths.add(body.length());
                long stories = created.matcher(body).results().count();
                List<String> items = new ArrayList<>();
                for (int i = 0; i < stories; i++) {
                  items.add("{\"index\":{\"status\":201,\"result\":\"created\"}}");
                }
                FakeNode.answer(exchange, 200, "{\"items\":[" + String.join(",", items) + "]}");
              }
            });
        ClusterNodes nodes = node.nodes(OPTIONS);
        ClusterWriter writer =
            new ClusterWriter(
                nodes,
                ClusterAddress.of(node.address()),
                "guardian.u",
                Filed.people(),
                RankingOptions.DEFAULT)) {
      writer.add(IntStream.range(0, 20).mapToObj(i -> story("s" + i, 150_000)).toList());
      assertThat(writer.flush().added()).isEqualTo(20);
      assertThat(lengths).hasSizeGreaterThan(2).allMatch(length -> length < 20 << 20);
    }
  }
}
