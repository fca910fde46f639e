package news.cuttings.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.StoryIndex;
import news.cuttings.cluster.ClusterIndex;
import news.cuttings.cluster.ClusterOptions;
import news.cuttings.cluster.Credentials;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which index, and the stories in it that an id names. */
final class IndexOption {
  private static final int SHOWN = 5;

  /** Of two letters and more: one is a drive. */
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://");

  private final Terminal terminal;

  @Option(
      names = "--index",
      paramLabel = "PLACE",
      description = {
        "The index: a folder, or http(s)://HOST:PORT/NAME on an OpenSearch cluster; else"
            + " $$CUTTINGS_INDEX, else ./cuttings-index. Who asks a cluster is said by"
            + " $$CUTTINGS_USER and $$CUTTINGS_PASSWORD, or by the file $$CUTTINGS_CREDENTIALS."
      })
  private @Nullable String place;

  IndexOption(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What was asked for, as it is shown. */
  String place() {
    String given = place;
    return given != null ? given : terminal.variable("CUTTINGS_INDEX").orElse("cuttings-index");
  }

  /** The cluster's address; empty where the index is in a folder. */
  Optional<URI> cluster() {
    String of = place();
    Matcher scheme = SCHEME.matcher(of);
    if (!scheme.lookingAt()) {
      return Optional.empty();
    }
    if (!scheme.group(1).matches("https?")) { // what follows may hold a password
      throw new Failure(
          Exit.FAILED,
          "an index is a folder, or http(s)://HOST:PORT/NAME on a cluster; there is none at "
              + Text.safe(scheme.group()));
    }
    try {
      return Optional.of(new URI(of));
    } catch (URISyntaxException e) { // which repeats what may hold a password
      throw new Failure(Exit.FAILED, "an index on a cluster is http(s)://HOST:PORT/NAME");
    }
  }

  /**
   * The index's folder.
   *
   * @throws Failure where it is on a cluster
   */
  Path folder() {
    if (cluster().isPresent()) {
      throw new Failure(Exit.FAILED, "this needs an index in a folder, not one on a cluster");
    }
    return Path.of(place());
  }

  /** The options for a cluster: whoever the environment says asks. */
  ClusterOptions asked() throws IOException {
    ClusterOptions options = ClusterOptions.standard();
    return Credentials.from(terminal::variable).map(options::credentials).orElse(options);
  }

  /** The index, for reading only. */
  StoryIndex open() throws IOException {
    Optional<URI> cluster = cluster();
    return cluster.isPresent()
        ? ClusterIndex.connectReadOnly(cluster.get(), asked())
        : StoryIndex.openReadOnly(folder());
  }

  /** The index, for reading only and for one answer. */
  StoryIndex openBriefly() throws IOException {
    return cluster().isPresent() ? open() : StoryIndex.at(folder()).briefly().open();
  }

  /** The index, which must be there. */
  StoryIndex openExisting() throws IOException {
    Optional<URI> cluster = cluster();
    return cluster.isPresent()
        ? ClusterIndex.connectExisting(cluster.get(), asked())
        : StoryIndex.at(folder()).existing().open();
  }

  /**
   * The whole id of which that is the beginning; empty where there is none.
   *
   * @throws Failure where several begin so
   */
  static Optional<String> whole(StoryIndex index, String id) throws IOException {
    List<String> ids = index.idsWithPrefix(id, SHOWN + 1);
    if (ids.contains(id)) { // in order, a whole id comes first of those that it begins
      return Optional.of(id);
    }
    if (ids.size() > 1) {
      String some = String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size())));
      String more = ids.size() > SHOWN ? " and others" : "";
      throw new Failure(
          Exit.FAILED, "several ids begin with " + id + ": " + some + more + "; type more of it");
    }
    return ids.stream().findFirst();
  }
}
