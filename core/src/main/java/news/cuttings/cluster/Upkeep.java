package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the cluster is told to do with the files of the index. */
final class Upkeep {
  /** Copies tell each other within half a minute what they know; one may be busy. */
  private static final Duration CATCHING_UP = Duration.ofMinutes(2);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final ClusterNodes nodes;
  private final String index;

  /**
   * How big it is.
   *
   * @param bytes on the disks, without the copies
   * @param segments Lucene's, without the copies
   * @param lucene the version that the node asked writes with
   */
  record Size(long bytes, int segments, String lucene) {}

  Upkeep(ClusterNodes nodes, String index) {
    this.nodes = nodes;
    this.index = index;
  }

  /** Puts the segments of each shard together until there are at most so many. */
  void merge(int segments) throws IOException {
    forceMerge("max_num_segments=" + segments);
  }

  /**
   * Writes anew what holds a removed story, until none does that was removed before.
   *
   * <p>A shard keeps what was removed, so that a copy that was away for a moment can catch up,
   * until its copies have told each other that all of them know: twice a minute, whatever is asked.
   * Until then a merge would be in vain.
   *
   * @throws ClusterException where some still does after a while: a copy is away, or lags
   */
  void purge() throws IOException {
    forgetAll();
    post("_refresh");
    flush();
    Removed first = removed();
    Removed now = first;
    int merges = 0;
    ClusterNodes.Pauses pauses =
        new ClusterNodes.Pauses(longer(nodes.patience(), CATCHING_UP), LONGEST_PAUSE);
    while (now.stories() > 0) {
      if (now.areDispensable(first)) {
        flush();
        forceMerge("only_expunge_deletes=true&flush=true");
        post("_refresh");
        merges++;
        now = removed();
        // While others write there may be no moment without one that was removed; of ours a merge
        // leaves at most those that it found another merge at work on.
        if (now.stories() == 0 || (merges > 1 && now.isAfter(first))) {
          return;
        }
      }
      if (!pauses.pause()) {
        throw stillHeld(now);
      }
      now = removed();
    }
  }

  /** Lets a merge write anew what holds a single removed story: else from a tenth on. */
  private void forgetAll() throws IOException {
    try {
      nodes.ask(
          new ClusterNodes.Request(
              "PUT",
              "/" + index + "/_settings",
              Json.write(object(Mapping.KEPT_REMOVED, 0)),
              "acknowledged"));
    } catch (ClusterException e) {
      if (!e.isForbidden()) { // who made the index has mostly set it
        throw e;
      }
    }
  }

  private static ClusterException stillHeld(Removed now) {
    String why =
        now.away() > 0
            ? now.away() + " of its copies are on no node, and would want them on their return"
            : "a copy lags behind";
    return new ClusterException(
        "the cluster still holds stories that were removed: "
            + why
            + "; purge again when the index's health is green",
        0,
        "",
        null);
  }

  private void flush() throws IOException {
    post("_flush?force=true&wait_if_ongoing=true");
  }

  /**
   * Has segments merged, for as long as that takes: an answer that does not come in time is waited
   * for again as long as there is something merging, and a merge that was asked for twice is done
   * once.
   */
  private void forceMerge(String how) throws IOException {
    ClusterNodes.Pauses pauses = new ClusterNodes.Pauses(nodes.patience());
    while (true) {
      try {
        Json shards = nodes.askOnce(request("_forcemerge?" + how)).at("_shards");
        if (shards.at("failed").number() == 0) {
          return;
        }
        Json first = shards.at("failures").list().getFirst();
        throw ClusterNodes.refusal("the cluster", 500, first.at("reason"));
      } catch (ClusterException e) {
        if (!e.isPassing()) {
          throw e;
        }
        if (isMerging()) {
          pauses = new ClusterNodes.Pauses(longer(nodes.patience(), LONGEST_PAUSE));
        }
        if (!pauses.pause()) {
          throw e;
        }
      }
    }
  }

  private boolean isMerging() throws IOException {
    Json all =
        nodes
            .ask(ClusterNodes.Request.get("/" + index + "/_stats/merge", "_all"))
            .at("_all", "total");
    return all.at("merges", "current").number() > 0;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /**
   * What the shards hold that was removed.
   *
   * @param stories how many, in all copies
   * @param away how many copies are on no node
   * @param last each shard's last operation, by the shard's number
   * @param kept from which operation on each shard keeps what was removed
   */
  private record Removed(long stories, long away, Map<String, Long> last, Map<String, Long> kept) {
    /** Whether no shard keeps any longer what was removed before the other was told. */
    boolean areDispensable(Removed before) {
      return before.last().entrySet().stream()
          .allMatch(one -> kept.getOrDefault(one.getKey(), Long.MAX_VALUE) > one.getValue());
    }

    /** Whether something was written since. */
    boolean isAfter(Removed before) {
      return !last.equals(before.last());
    }
  }

  private Removed removed() throws IOException {
    Json stats =
        nodes.ask(
            ClusterNodes.Request.get(
                "/" + index + "/_stats/docs?level=shards", "_all", "_shards", "indices"));
    Map<String, Long> last = new HashMap<>();
    Map<String, Long> kept = new HashMap<>();
    for (Json one : stats.at("indices").members().values()) {
      one.at("shards")
          .members()
          .forEach((shard, copies) -> {
            for (Json copy : copies.list()) {
              last.merge(shard, copy.at("seq_no", "max_seq_no").number(), Math::max);
              for (Json lease : copy.at("retention_leases", "leases").list()) {
                kept.merge(shard, lease.at("retaining_seq_no").number(), Math::min);
              }
            }
          });
    }
    Json shards = stats.at("_shards");
    return new Removed(
        stats.at("_all", "total", "docs", "deleted").number(),
        shards.at("total").number() - shards.at("successful").number(),
        last,
        kept);
  }

  Size size() throws IOException {
    Json segments =
        nodes
            .ask(
                ClusterNodes.Request.get(
                    "/" + index + "/_stats/segments?include_segment_file_sizes=true", "_all"))
            .at("_all", "primaries", "segments");
    String lucene =
        nodes.ask(ClusterNodes.Request.get("/", "version")).at("version", "lucene_version").text();
    // The store's own size is one of ten seconds ago.
    long bytes =
        segments.at("file_sizes").members().values().stream()
            .mapToLong(kind -> kind.at("size_in_bytes").number())
            .sum();
    return new Size(bytes, (int) segments.at("count").number(), lucene);
  }

  private void post(String what) throws IOException {
    nodes.ask(request(what));
  }

  private ClusterNodes.Request request(String what) {
    return new ClusterNodes.Request("POST", "/" + index + "/" + what, null, "_shards");
  }
}
