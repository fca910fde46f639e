package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.cuttings.NoIndexException;
import news.cuttings.index.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The cluster's index at a point in time: what it was when the view was opened, until it is closed
 * or has not been asked for some minutes. Safe for use by many threads.
 */
final class View {
  /** How the cluster refuses a point in time where it has given as many as it may. */
  private static final String NO_MORE = "max_open_pit_context";

  /** A cluster counts a question's milliseconds in 63 bits of nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Duration LETTING_GO = Duration.ofSeconds(5);

  private final ClusterNodes nodes;
  private final Duration keepAlive;
  private final String point;
  private final long number;
  private final int stories;
  private final boolean allDated;
  private final Deadline deadline;

  private View(
      ClusterNodes nodes,
      Duration keepAlive,
      String point,
      long number,
      int stories,
      boolean allDated,
      Deadline deadline) {
    this.nodes = nodes;
    this.deadline = deadline;
    this.keepAlive = keepAlive;
    this.point = point;
    this.number = number;
    this.stories = stories;
    this.allDated = allDated;
  }

  /**
   * Opens a view of the index as it is, with all that was handed over before.
   *
   * @param keepAlive so long the cluster keeps it after each time that it is asked of it
   * @param deadline when it must be open
   */
  static View open(ClusterNodes nodes, String index, Duration keepAlive, Deadline deadline)
      throws IOException {
    ClusterNodes.Pauses pauses = new ClusterNodes.Pauses(nodes.patience(), deadline);
    while (true) {
      try {
        return openOnce(nodes, index, keepAlive, deadline);
      } catch (ClusterException e) { // a node may go between one request and the next
        if (e.is("index_not_found")) {
          throw new NoIndexException(index + " is no index any more: it was dropped", e);
        }
        if (!e.isLostView() || !pauses.pause()) {
          throw e.hasSaid(NO_MORE) ? noMore(e) : e;
        }
      }
    }
  }

  private static ClusterException noMore(ClusterException e) {
    return new ClusterException(
        "the cluster has no more points in time to give: all who ask it hold as many as it may"
            + " have open. Those of processes that ended without closing are let go within two"
            + " minutes: try again then. Else close indices that are not asked, or raise the"
            + " cluster's setting search."
            + NO_MORE,
        429,
        "",
        e);
  }

  /** What is looked at when there is no time to open one. */
  static View unopened(ClusterNodes nodes, Deadline deadline) {
    return new View(nodes, Views.SHORT, "", 0, 0, true, deadline);
  }

  /** This view for one question, which is asked until then. */
  View until(Deadline end) {
    return new View(nodes, keepAlive, point, number, stories, allDated, end);
  }

  private static View openOnce(
      ClusterNodes nodes, String index, Duration keepAlive, Deadline deadline) throws IOException {
    refresh(nodes, index, deadline);
    long number = operations(nodes, index, deadline);
    String point =
        nodes
            .ask(
                new ClusterNodes.Request(
                    "POST",
                    "/"
                        + index
                        + "/_search/point_in_time?keep_alive="
                        + time(keepAlive)
                        + "&allow_partial_pit_creation=false",
                    null,
                    "pit_id"),
                deadline)
            .at("pit_id")
            .text();
    View open = new View(nodes, keepAlive, point, number, 0, false, deadline);
    Json answer;
    try {
      answer =
          open.search(
              object(
                  "size",
                  0,
                  "track_total_hits",
                  true,
                  "aggs",
                  object("undated", object("missing", object("field", Schema.DATE)))),
              false);
    } catch (IOException e) {
      open.letGo(); // else each that is tried stays open for as long as it is kept
      throw e;
    }
    long stories = answer.at("hits", "total", "value").number();
    boolean allDated = answer.at("aggregations", "undated", "doc_count").number() == 0;
    return new View(
        nodes, keepAlive, point, number, Math.toIntExact(stories), allDated, Deadline.none());
  }

  /** Makes visible what was filed, in every copy: one whose node has just gone is tried again. */
  static void refresh(ClusterNodes nodes, String index) throws IOException {
    refresh(nodes, index, Deadline.none());
  }

  private static void refresh(ClusterNodes nodes, String index, Deadline deadline)
      throws IOException {
    ClusterNodes.Pauses pauses = new ClusterNodes.Pauses(nodes.patience(), deadline);
    ClusterNodes.Request request =
        new ClusterNodes.Request("POST", "/" + index + "/_refresh", null, "_shards");
    try {
      while (failed(nodes.ask(request, deadline)) > 0) {
        if (!pauses.pause()) {
          throw new ClusterException(
              "not every shard of " + index + " can be reached; try again", 503, "", null);
        }
      }
    } catch (ClusterException e) {
      if (!e.isForbidden()) { // who may only read sees what the others have made visible
        throw e;
      }
    }
  }

  private static long failed(Json answer) {
    return answer.at("_shards", "failed").number();
  }

  /** How many operations the shards have seen: tells one state of the index from another. */
  private static long operations(ClusterNodes nodes, String index, Deadline deadline)
      throws IOException {
    String path = "/" + index + "/_stats/docs?level=shards";
    Json shards =
        nodes.ask(ClusterNodes.Request.get(path, "_all", "indices"), deadline).at("indices");
    if (shards.members().isEmpty()) {
      throw new ClusterException("there is no index " + index, 404, "index_not_found", null);
    }
    Described.checkOne(index, shards.members().keySet()); // an alias may be of others today
    long operations = 0;
    for (Json one : shards.members().values()) {
      for (Json copies : one.at("shards").members().values()) {
        for (Json copy : copies.list()) {
          if (copy.at("routing", "primary").isTrue()) {
            operations += copy.at("seq_no", "max_seq_no").number() + 1;
          }
        }
      }
    }
    return operations;
  }

  /** Tells this view from another. */
  long number() {
    return number;
  }

  /** How many stories there are. */
  int stories() {
    return stories;
  }

  /** Whether every story has a date. */
  boolean allDated() {
    return allDated;
  }

  /** Searches; with scores by the counts of all shards where it ranks. */
  Json search(Map<String, @Nullable Object> body, boolean ranks) throws IOException {
    String type = ranks ? "dfs_query_then_fetch" : "query_then_fetch";
    List<String> needs = new ArrayList<>(List.of("hits", "_shards"));
    if (body.containsKey("aggs")) {
      needs.add("aggregations");
    }
    if (body.containsKey("suggest")) {
      needs.add("suggest");
    }
    String path = "/_search?allow_partial_search_results=" + isTimed() + "&search_type=" + type;
    Json answer =
        nodes.askOnce(
            ClusterNodes.Request.post(path, within(body), needs.toArray(new String[0])), deadline);
    check(answer);
    return answer;
  }

  private boolean isTimed() {
    return deadline.isSet();
  }

  /**
   * A cluster gives what it has found in its time only where an answer may be of a part; that of a
   * shard that has failed is none, as ever.
   */
  private void check(Json answer) throws ClusterException {
    if (answer.at("_shards", "failed").number() > 0) {
      List<Json> failures = answer.at("_shards", "failures").list();
      Json first = failures.isEmpty() ? new Json(null) : failures.getFirst().at("reason");
      throw ClusterNodes.refusal("the cluster", 500, first);
    }
    if (answer.at("timed_out").isTrue()) {
      deadline.cut();
    }
  }

  /** The body of a search of this view. */
  private Map<String, @Nullable Object> within(Map<String, @Nullable Object> body) {
    body.put("pit", object("id", point, "keep_alive", time(keepAlive)));
    if (isTimed()) {
      body.put("timeout", time(deadline.left(LONGEST).plusMillis(1)));
    }
    return body;
  }

  /** Many searches that rank nothing, in one request. */
  Json searches(Iterable<Map<String, @Nullable Object>> bodies) throws IOException {
    StringBuilder lines = new StringBuilder();
    int asked = 0;
    for (Map<String, @Nullable Object> body : bodies) {
      lines.append(Json.write(object("allow_partial_search_results", isTimed()))).append('\n');
      lines.append(Json.write(within(body))).append('\n');
      asked++;
    }
    Json answers =
        nodes.askOnce(
            new ClusterNodes.Request("POST", "/_msearch", lines.toString(), "responses")
                .ofMany(asked),
            deadline);
    for (Json one : answers.at("responses").list()) {
      if (one.at("error").isPresent()) {
        throw ClusterNodes.refusal("the cluster", (int) one.at("status").number(), one.at("error"));
      }
      if (!one.at("hits").isPresent()) {
        throw new ClusterException("the cluster gives an answer without \"hits\"", 400, "", null);
      }
      check(one);
    }
    return answers.at("responses");
  }

  /** Has the cluster keep it on, without asking it anything. */
  void keep() {
    try {
      nodes.askOnce(
          ClusterNodes.Request.post(
                  "/_search",
                  within(
                      object(
                          "size",
                          0,
                          "track_total_hits",
                          false,
                          "terminate_after",
                          1,
                          "query",
                          object("match_all", object()))))
              .within(keepAlive));
    } catch (IOException e) {
      // whoever asks it next is told, and opens another
    }
  }

  private static String time(Duration time) {
    return time.toMillis() + "ms";
  }

  private ClusterNodes.Request closing() {
    return new ClusterNodes.Request(
            "DELETE", "/_search/point_in_time", Json.write(object("pit_id", List.of(point))))
        .within(LETTING_GO);
  }

  /** Has the cluster let go of it soon; whatever goes wrong, it forgets it by itself. */
  void letGo() {
    nodes.tell(closing());
  }

  /** Has the cluster let go of it, and waits until it has. */
  void close() {
    try {
      nodes.askOnce(closing());
    } catch (IOException e) {
      // nothing depends on it
    }
  }
}
