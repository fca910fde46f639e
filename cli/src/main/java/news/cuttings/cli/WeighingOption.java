package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import news.cuttings.ranking.RankingOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the index weighs words. */
final class WeighingOption {
  @Option(
      names = "--options",
      paramLabel = "FILE",
      description =
          "Weigh words as this file of name = value lines says; an index keeps the options it was"
              + " made with, and rebuild gives it others.")
  private @Nullable Path file;

  /** The file; empty where none is given. */
  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** The options of the file; empty where none is given. */
  Optional<RankingOptions> options() throws IOException {
    Path given = file;
    return given == null ? Optional.empty() : Optional.of(RankingOptions.read(given));
  }
}
