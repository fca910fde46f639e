package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import news.cuttings.StoryIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which index, and the stories in it that an id names. */
final class IndexOption {
  private static final int SHOWN = 5;

  private final Terminal terminal;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "The index's folder; else $CUTTINGS_INDEX, else ./cuttings-index.")
  private @Nullable Path folder;

  IndexOption(Terminal terminal) {
    this.terminal = terminal;
  }

  Path folder() {
    Path given = folder;
    return given != null
        ? given
        : Path.of(terminal.variable("CUTTINGS_INDEX").orElse("cuttings-index"));
  }

  /** The index, for reading only. */
  StoryIndex open() throws IOException {
    return StoryIndex.openReadOnly(folder());
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
