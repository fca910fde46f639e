package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;

import java.io.IOException;
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
  private static final String KEPT = "10m";

  private final Nodes nodes;
  private final String point;
  private final long number;
  private final int stories;
  private final boolean allDated;

  private View(Nodes nodes, String point, long number, int stories, boolean allDated) {
    this.nodes = nodes;
    this.point = point;
    this.number = number;
    this.stories = stories;
    this.allDated = allDated;
  }

  /** Opens a view of the index as it is, with all that was handed over before. */
  static View open(Nodes nodes, String index) throws IOException {
    Nodes.Pauses pauses = new Nodes.Pauses(nodes.patience());
    while (true) {
      try {
        return openOnce(nodes, index);
      } catch (ClusterException e) { // a node may go between one request and the next
        if (e.is("index_not_found")) {
          throw new NoIndexException(index + " is no index any more: it was dropped", e);
        }
        if (!e.isLostView() || !pauses.pause()) {
          throw e;
        }
      }
    }
  }

  private static View openOnce(Nodes nodes, String index) throws IOException {
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
                        + KEPT
                        + "&allow_partial_pit_creation=false",
                    null,
                    "pit_id"))
            .at("pit_id")
            .text();
    View open = new View(nodes, point, number, 0, false);
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
    return new View(nodes, point, number, Math.toIntExact(stories), allDated);
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
    body.put("pit", object("id", point, "keep_alive", KEPT));
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
