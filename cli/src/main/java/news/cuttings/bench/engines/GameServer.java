package news.cuttings.bench.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.bench.corpora.CorpusSource;
import news.cuttings.bench.corpora.Shape;
import news.cuttings.bench.corpora.Task;
import news.cuttings.ranking.RankingOptions;

/**
 * Answers by the protocol of search-benchmark-game: a line {@code COMMAND<TAB>QUERY} is answered by
 * one line with a whole number, or {@code UNSUPPORTED}. {@code COUNT} gives how many stories match,
 * {@code TOP_k} finds the best k and gives 1, {@code TOP_k_COUNT} does both and gives the count.
 */
public final class GameServer {
  private static final Pattern TOP = Pattern.compile("TOP_(\\d{1,4})(_COUNT)?");

  private final Engine engine;

  private GameServer(Engine engine) {
    this.engine = engine;
  }

  /**
   * Serves on standard input and output.
   *
   * @param args the engine's name and the index's folder
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    EngineKind kind =
        EngineKind.of(args[0]).orElseThrow(() -> new IllegalArgumentException(args[0]));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    serve(
        kind,
        Path.of(args[1]),
        in,
        line -> {
          out.println(line);
          out.flush();
        });
  }

  /** Files the stories at a path, or invented ones, in an index in that folder. */
  public static void fill(EngineKind kind, Path folder, String source) throws IOException {
    try (Engine engine = kind.open(folder)) {
      engine.fill(CorpusSource.read(source));
    }
  }

  /** Files them with those options, which the library's index keeps. */
  public static void fill(EngineKind kind, Path folder, RankingOptions options, String source)
      throws IOException {
    try (Engine engine = kind.open(folder, options)) {
      engine.fill(CorpusSource.read(source));
    }
  }

  /**
   * Answers every line of the input.
   *
   * @param out takes each answer and flushes it
   */
  public static void serve(EngineKind kind, Path folder, BufferedReader in, Consumer<String> out)
      throws IOException {
    try (Engine engine = kind.open(folder)) {
      GameServer server = new GameServer(engine);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        OptionalLong answer = server.answer(line);
        out.accept(answer.isPresent() ? Long.toString(answer.getAsLong()) : "UNSUPPORTED");
      }
    }
  }

  private OptionalLong answer(String line) throws IOException {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      return OptionalLong.empty();
    }
    String command = line.substring(0, tab);
    Task task = Task.of(Shape.WRITTEN, line.substring(tab + 1));
    if (command.equals("COUNT") || command.equals("UNOPTIMIZED_COUNT")) {
      return OptionalLong.of(engine.count(task, 0));
    }
    Matcher top = TOP.matcher(command);
    if (!top.matches() || Integer.parseInt(top.group(1)) == 0) {
      return OptionalLong.empty();
    }
    int limit = Integer.parseInt(top.group(1));
    if (top.group(2) != null) {
      return OptionalLong.of(engine.count(task, limit));
    }
    engine.ask(task, limit);
    return OptionalLong.of(1);
  }
}
