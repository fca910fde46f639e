package news.cuttings.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.cuttings.StoryIndex;
import news.cuttings.query.StoryQuery;

/**
 * Runs what a short command may do, so that the JVM, which the launcher asks to, notes the classes
 * that it takes. Prints nothing.
 */
final class CacheTraining {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("search", "villagers", "dam", "--facets"),
          List.of("search", "\"the dam\" since:2020 -tunnel"),
          List.of("search", "dam", "--json", "--summary"),
          List.of("people", "dam"),
          List.of("timeline"),
          List.of("stats"),
          List.of("--help"));

  private CacheTraining() {}

  /**
   * Runs the commands.
   *
   * @param args a folder with an index of the invented news that comes along
   */
  public static void main(String[] args) throws IOException {
    String index = args[0];
    COMMANDS.forEach(command -> run(index, command));
    String id;
    try (StoryIndex stories = StoryIndex.at(Path.of(index)).briefly().open()) {
      id = stories.search(StoryQuery.words("dam")).first().id();
    }
    run(index, List.of("show", id));
    run(index, List.of("like", id));
  }

  private static void run(String index, List<String> command) {
    Terminal nowhere =
        Terminal.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of("CUTTINGS_INDEX", index));
    nowhere.pagedBy(Pager::start); // as the program does, though nobody looks
    int code = Main.run(nowhere, command.toArray(String[]::new));
    if (code > Exit.NOTHING) {
      throw new IllegalStateException(command + " ended with " + code);
    }
  }
}
