package news.cuttings.cluster;

import java.io.IOException;

/** What the cluster is told to do with the files of the index. */
final class Upkeep {
  private final Nodes nodes;
  private final String index;

  /**
   * How big it is.
   *
   * @param bytes on the disks, without the copies
   * @param segments Lucene's, without the copies
   * @param lucene the version that the node asked writes with
   */
  record Size(long bytes, int segments, String lucene) {}

  Upkeep(Nodes nodes, String index) {
    this.nodes = nodes;
    this.index = index;
  }

  /** Puts the segments of each shard together until there are at most so many. */
  void merge(int segments) throws IOException {
    post("_forcemerge?max_num_segments=" + segments);
  }

  /**
   * Writes anew what holds a removed story, until the shards say that none does.
   *
   * @throws ClusterException where some still does when patience ends: a copy that lags keeps them
   */
  void purge() throws IOException {
    Nodes.Pauses pauses = new Nodes.Pauses(nodes.patience());
    while (true) {
      post("_refresh");
      post("_flush?force=true&wait_if_ongoing=true");
      post("_forcemerge?only_expunge_deletes=true&flush=true");
      Json docs = nodes.ask(Nodes.Request.get("/" + index + "/_stats/docs")).at("_all", "total");
      if (docs.at("docs", "deleted").number() == 0) {
        return;
      }
      if (!pauses.pause()) {
        throw new ClusterException(
            "the cluster still holds stories that were removed; purge again in a while",
            0,
            "",
            null);
      }
    }
  }

  Size size() throws IOException {
    Json primaries =
        nodes
            .ask(Nodes.Request.get("/" + index + "/_stats/store,segments"))
            .at("_all", "primaries");
    String lucene = nodes.ask(Nodes.Request.get("/")).at("version", "lucene_version").text();
    return new Size(
        primaries.at("store", "size_in_bytes").number(),
        (int) primaries.at("segments", "count").number(),
        lucene);
  }

  private void post(String what) throws IOException {
    nodes.ask(new Nodes.Request("POST", "/" + index + "/" + what, null));
  }
}
