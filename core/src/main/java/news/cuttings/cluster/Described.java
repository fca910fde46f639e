package news.cuttings.cluster;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.cuttings.IncompatibleIndexException;

/**
 * What the cluster says of an index.
 *
 * @param name its own name, which an alias has not
 * @param uuid what the cluster knows it by: another each time an index of that name is made
 * @param meta what it says of itself
 * @param aliases its other names, and what there is to each
 */
record Described(String name, String uuid, Json meta, Map<String, Json> aliases) {
  /**
   * Looks at the index of that name or alias; empty where there is none.
   *
   * @throws IncompatibleIndexException where the name is of several, or of a part of one
   */
  static Optional<Described> at(ClusterNodes nodes, ClusterAddress address) throws IOException {
    Map<String, Described> found;
    try {
      found = all(nodes, address.index());
    } catch (ClusterException e) {
      if (e.is("index_not_found")) {
        return Optional.empty();
      }
      throw e;
    }
    if (found.isEmpty()) {
      throw new ClusterException(
          address + " is answered as OpenSearch answers nothing; is the address right?",
          400,
          "",
          null);
    }
    checkOne(address, found.keySet());
    Described one = found.values().iterator().next();
    Json alias = one.aliases().getOrDefault(address.index(), new Json(null));
    if (alias.at("filter").isPresent()
        || alias.at("index_routing").isPresent()
        || alias.at("search_routing").isPresent()) {
      throw new IncompatibleIndexException(
          address
              + " is an alias of a part of the index "
              + one.name()
              + "; name the index itself, or an alias without a filter and a routing",
          null);
    }
    return Optional.of(one);
  }

  /** Refuses a name that is of several indices. */
  static void checkOne(Object name, Set<String> indices) throws IncompatibleIndexException {
    if (indices.size() > 1) {
      throw new IncompatibleIndexException(
          name
              + " is a name of "
              + indices.size()
              + " indices ("
              + String.join(", ", new TreeSet<>(indices))
              + "); name one of them",
          null);
    }
  }

  /** The indices of that name or alias, by their own names. */
  static Map<String, Described> all(ClusterNodes nodes, String name) throws IOException {
    Json answer = nodes.ask(ClusterNodes.Request.get("/" + name + "?flat_settings=true"));
    Map<String, Described> all = new LinkedHashMap<>();
    answer
        .members()
        .forEach((own, index) ->
            all.put(
                own,
                new Described(
                    own,
                    index.at("settings", "index.uuid").text(),
                    index.at("mappings", "_meta"),
                    index.at("aliases").members())));
    return all;
  }
}
