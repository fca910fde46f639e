package news.cuttings.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cluster could not do what was asked; the message says what, why and what to do, and never who
 * asked. Stories committed before are safe, and the same input may be given again: stories are
 * filed by their ids.
 */
public final class ClusterException extends IOException {
  private static final Set<Integer> PASSING = Set.of(0, 429, 502, 503, 504);

  private static final List<String> LOST =
      List.of(
          "node_not_connected",
          "node_disconnected",
          "node_closed",
          "connect_transport",
          "no_shard_available");

  /** How a view is refused whose node has gone; its error has a name that says nothing. */
  private static final String NO_NODE = "no node found for id";

  /** The status of HTTP; 0 where no node answered. */
  private final int status;

  private final String type;

  ClusterException(String message, int status, String type, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
    this.type = type;
  }

  /** Whether it may be otherwise in a moment: a node is gone, or has too much to do. */
  boolean isPassing() {
    return (PASSING.contains(status) && !is("cluster_block"))
        || LOST.stream().anyMatch(this::is) // told as 500 until the manager has noticed
        || hasSaid(NO_NODE);
  }

  /** Whether a view went with its node, or its index: another may be opened. */
  boolean isLostView() {
    return isPassing() || is("search_context_missing") || is("index_not_found");
  }

  /** Whether what was asked for is not there. */
  boolean isAbsent() {
    return status == 404;
  }

  /** Whether the node has given its error that name. */
  boolean is(String name) {
    return type.contains(name);
  }

  /** Whether the message has that. */
  boolean hasSaid(String part) {
    return String.valueOf(getMessage()).contains(part);
  }

  /** Whether the node may not do it for whoever asks. */
  boolean isForbidden() {
    return status == 403;
  }
}
