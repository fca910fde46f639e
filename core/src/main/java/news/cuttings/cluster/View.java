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

  private final Nodes nodes;
  private final Duration keepAlive;
  private final String point;
  private final long number;
  private final int stories;
  private final boolean allDated;

  private View(
      Nodes nodes, Duration keepAlive, String point, long number, int stories, boolean allDated) {
    this.nodes = nodes;
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
   */
  static View open(Nodes nodes, String index, Duration keepAlive) throws IOException {
    Nodes.Pauses pauses = new Nodes.Pauses(nodes.patience());
    while (true) {
      try {
        return openOnce(nodes, index, keepAlive);
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

  private static View openOnce(Nodes nodes, String index, Duration keepAlive) throws IOException {
    refresh(nodes, index);
    long number = operations(nodes, index);
    String point =
        nodes
            .ask(
                new Nodes.Request(
                    "POST",
                    "/"
                        + index
                        + "/_search/point_in_time?keep_alive="
                        + time(keepAlive)
                        + "&allow_partial_pit_creation=false",
                    null,
                    "pit_id"))
            .at("pit_id")
            .text();
    View open = new View(nodes, keepAlive, point, number, 0, false);
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
    } catch (ClusterException e) {
      open.close(); // else each that is tried stays open for as long as it is kept
      throw e;
    }
    long stories = answer.at("hits", "total", "value").number();
    boolean allDated = answer.at("aggregations", "undated", "doc_count").number() == 0;
    return new View(nodes, keepAlive, point, number, Math.toIntExact(stories), allDated);
  }

  /** Makes visible what was filed, in every copy: one whose node has just gone is tried again. */
  static void refresh(Nodes nodes, String index) throws IOException {
    Nodes.Pauses pauses = new Nodes.Pauses(nodes.patience());
    try {
      while (failed(
              nodes.ask(new Nodes.Request("POST", "/" + index + "/_refresh", null, "_shards")))
          > 0) {
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
  private static long operations(Nodes nodes, String index) throws IOException {
    Json shards =
        nodes
            .ask(Nodes.Request.get("/" + index + "/_stats/docs?level=shards", "_all", "indices"))
            .at("indices");
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
    return nodes.askOnce(
        Nodes.Request.post(
            "/_search?allow_partial_search_results=false&search_type=" + type,
            within(body),
            needs.toArray(new String[0])));
  }

  /** The body of a search of this view. */
  Map<String, @Nullable Object> within(Map<String, @Nullable Object> body) {
    body.put("pit", object("id", point, "keep_alive", time(keepAlive)));
    return body;
  }

  /** Many searches that rank nothing, in one request. */
  Json searches(Iterable<Map<String, @Nullable Object>> bodies) throws IOException {
    StringBuilder lines = new StringBuilder();
    int asked = 0;
    for (Map<String, @Nullable Object> body : bodies) {
      lines.append("{\"allow_partial_search_results\":false}\n");
      lines.append(Json.write(within(body))).append('\n');
      asked++;
    }
    Json answers =
        nodes.askOnce(
            new Nodes.Request("POST", "/_msearch", lines.toString(), "responses").ofMany(asked));
    for (Json one : answers.at("responses").list()) {
      if (one.at("error").isPresent()) {
        throw Nodes.refusal("the cluster", (int) one.at("status").number(), one.at("error"));
      }
    }
    return answers.at("responses");
  }

  /** Has the cluster keep it on, without asking it anything. */
  void keep() {
    try {
      nodes.askOnce(
          Nodes.Request.post(
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

  /** Lets go of it; whatever goes wrong, the cluster forgets it by itself. */
  void close() {
    try {
      nodes.askOnce(
          new Nodes.Request(
              "DELETE", "/_search/point_in_time", Json.write(object("pit_id", List.of(point)))));
    } catch (IOException e) {
      // nothing depends on it
    }
  }
}
