package news.cuttings.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.bench.engines.GameServer;
import news.cuttings.ranking.RankingOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers by the protocol of search-benchmark-game. */
@Command(
    name = "engine",
    abbreviateSynopsis = true,
    header = "Answer questions by the protocol of search-benchmark-game.",
    description = {
      "",
      "Reads lines COMMAND<TAB>QUERY from standard input and answers each with one number: COUNT,"
          + " TOP_10, TOP_100, TOP_1000, TOP_10_COUNT and so on; UNSUPPORTED for another command."
          + " With a PATH it files the stories there first. --engine lucene-game is Lucene by hand"
          + " as the game sets it (StandardAnalyzer, BM25(0.9, 0.4)); Cuttings has its own"
          + " analysis, or with --analyzer standard the game's.",
      ""
    },
    footer = {"", "For example:  printf 'TOP_10\\tflood\\n' | cuttings engine --index news"})
final class EngineVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final WeighingOption weighing = new WeighingOption();
  @Mixin private final IndexOption where;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "File these stories in the index before answering.")
  private String stories = "";

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "cuttings (the default), lucene-game, or another of bench's engines.")
  private String engine = "cuttings";

  @Option(
      names = "--analyzer",
      paramLabel = "NAME",
      description =
          "news (the default) or standard: Unicode's words in lower case and no more, as the game"
              + " sets its engines; of the index that is made of PATH.")
  private @Nullable String analyzer;

  EngineVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    EngineKind kind = EvalVerb.kind(engine);
    Path folder = where.folder();
    if (!stories.isEmpty()) {
      Files.createDirectories(folder);
      fill(kind, folder);
    } else if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    GameServer.serve(
        kind,
        folder,
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)),
        line -> {
          terminal.print(line);
          terminal.flush();
        });
    return Exit.DONE;
  }

  private void fill(EngineKind kind, Path folder) throws IOException {
    Optional<RankingOptions> options = options();
    if (options.isEmpty()) {
      GameServer.fill(kind, folder, stories);
    } else if (kind.takesOptions()) {
      GameServer.fill(kind, folder, options.get(), stories);
    } else {
      throw new Failure(
          Exit.FAILED, kind.label() + " takes neither --options nor --analyzer; cuttings does");
    }
  }

  private Optional<RankingOptions> options() throws IOException {
    String named = analyzer;
    if (named == null) {
      return weighing.options();
    }
    RankingOptions others = weighing.options().orElse(RankingOptions.DEFAULT);
    try {
      return Optional.of(others.with("analysis", named));
    } catch (IllegalArgumentException e) {
      throw new Failure(Exit.FAILED, "--analyzer: " + e.getMessage());
    }
  }
}
