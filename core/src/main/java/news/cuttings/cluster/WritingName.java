package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name that an index is written by: an alias of this index alone, which is gone when the index
 * is dropped, and not that of the next index of its name.
 *
 * <p>A cluster makes an index where one is written to that is not there, with fields as it guesses
 * them. It makes none where an alias is asked for ({@code require_alias}): so what was dropped
 * stays dropped, in whatever moment of a writer's work, and whoever writes is told.
 */
final class WritingName {
  /** A name has at most 255 bytes; what tells one index from another has 22. */
  private static final int LONGEST = 220;

  private final ClusterNodes nodes;
  private final Described index;
  private final String alias;

  private WritingName(ClusterNodes nodes, Described index) {
    this.nodes = nodes;
    this.index = index;
    String name = index.name();
    alias = name.substring(0, Math.min(name.length(), LONGEST)) + "." + index.uuid();
  }

  /**
   * The name for writing of that index, which is given it where it has none.
   *
   * @throws ClusterException where the index is gone, or nobody who asks may give it the name
   */
  static String of(ClusterNodes nodes, Described index) throws IOException {
    WritingName name = new WritingName(nodes, index);
    name.give();
    name.takeFromOthers();
    return name.alias;
  }

  private void give() throws IOException {
    if (index.aliases().containsKey(alias)) {
      return;
    }
    String path = "/" + index.name() + "/_alias/" + alias;
    try {
      nodes.ask(
          new ClusterNodes.Request(
              "PUT", path, Json.write(object("is_hidden", true)), "acknowledged"));
    } catch (ClusterException e) {
      if (e.isForbidden()) {
        throw new ClusterException(
            "the index "
                + index.name()
                + " is written by a name that goes with it, and who asks may not give it one; have"
                + " it given once by who may, with PUT "
                + path,
            403,
            "",
            e);
      }
      throw e;
    }
  }

  /** A snapshot that was restored beside its index has the index's names too. */
  private void takeFromOthers() throws IOException {
    List<Object> actions = new ArrayList<>();
    boolean isHere = false;
    for (Map.Entry<String, Described> one : Described.all(nodes, alias).entrySet()) {
      if (one.getValue().uuid().equals(index.uuid())) {
        isHere = true;
      } else {
        Map<String, @Nullable Object> name = object("index", one.getKey(), "alias", alias);
        actions.add(object("remove", name));
      }
    }
    if (!actions.isEmpty()) {
      nodes.ask(ClusterNodes.Request.post("/_aliases", object("actions", actions), "acknowledged"));
    }
    if (!isHere) {
      throw new ClusterException(
          "the index " + index.name() + " was dropped; open it again to make a new one",
          404,
          "index_not_found",
          null);
    }
  }
}
