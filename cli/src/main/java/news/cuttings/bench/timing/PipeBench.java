package news.cuttings.bench.timing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import news.cuttings.bench.corpora.Corpus;
import news.cuttings.bench.corpora.CorpusSource;
import news.cuttings.bench.corpora.QueryClass;
import news.cuttings.bench.corpora.QuerySets;
import news.cuttings.bench.corpora.Task;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.bench.engines.GameServer;
import news.cuttings.bench.engines.TempFolder;
import news.cuttings.bench.results.Tree;
import news.cuttings.story.Story;

/**
 * Cuttings beside any engine that speaks search-benchmark-game's protocol, both asked for the best
 * ten through a pipe, turn about: the times are wall times, the pipe included, and stand where CPU
 * times stand elsewhere. What is compared first is how many stories match.
 */
public final class PipeBench {
  private static final String THEIRS = "against";

  private PipeBench() {}

  /** Writes a corpus as the protocol's engines file it: {@code {"id":…,"text":…}} a line. */
  public static void write(Corpus corpus, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      List<String> lines = new ArrayList<>();
      corpus.each(story -> {
        lines.add(line(story));
        if (lines.size() == 1000) {
          flush(lines, out);
        }
      });
      flush(lines, out);
    }
  }

  private static String line(Story story) {
    String text = story.headline().map(headline -> headline + "\n").orElse("") + story.body();
    return new Tree(Tree.map("id", story.id(), "text", text)).json();
  }

  private static void flush(List<String> lines, Writer out) {
    try {
      for (String line : lines) {
        out.write(line);
        out.write('\n');
      }
      lines.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Measures. */
  public static Tree run(
      String source, String command, long seed, BenchPlan.Effort effort, Consumer<String> progress)
      throws IOException {
    Corpus corpus = CorpusSource.read(source);
    QuerySets.Drawn drawn = QuerySets.draw(corpus, seed);
    try (TempFolder folder = new TempFolder()) {
      progress.accept("filing " + corpus.name());
      GameServer.fill(EngineKind.CUTTINGS, folder.path(), source);
      try (Pipe ours = new Pipe(ours(folder.path()));
          Pipe theirs = new Pipe(List.of("sh", "-c", command))) {
        Map<String, Object> machine = Machine.describe();
        List<Object> classes = new ArrayList<>();
        for (Map.Entry<QueryClass, List<Task>> entry : drawn.tasks().entrySet()) {
          List<String> questions =
              entry.getValue().stream().map(PipeBench::written).flatMap(Optional::stream).toList();
          if (!questions.isEmpty()) {
            progress.accept("asking " + entry.getKey().label());
            classes.add(classOf(entry.getKey(), questions, effort, ours, theirs));
          }
        }
        Map<String, Object> figures =
            Tree.map(
                "name", corpus.name(),
                "stories", drawn.stories(),
                "text_characters", drawn.characters(),
                "engines", List.of(named(EngineKind.CUTTINGS.label()), named(THEIRS)),
                "classes", classes);
        figures.put("standing", Standing.trees(figures));
        return new Tree(
            Tree.map(
                "machine", machine,
                "settings", Tree.map("against", command, "seed", seed, "rounds", effort.rounds()),
                "corpora", List.of(figures),
                "quality", List.of()));
      }
    }
  }

  private static Map<String, Object> named(String engine) {
    return Tree.map("engine", engine);
  }

  /** The question in the protocol's language; empty where it has none for it. */
  static Optional<String> written(Task task) {
    String text = task.text();
    return switch (task.shape()) {
      case ANY -> Optional.of(text);
      case ALL -> Optional.of("+" + text.replace(" ", " +"));
      case PHRASE -> Optional.of('"' + text + '"');
      default -> Optional.empty();
    };
  }

  private static Map<String, Object> classOf(
      QueryClass of, List<String> questions, BenchPlan.Effort effort, Pipe ours, Pipe theirs)
      throws IOException {
    int same = 0;
    for (String question : questions) {
      same += ours.ask("COUNT", question).equals(theirs.ask("COUNT", question)) ? 1 : 0;
    }
    Times our = new Times();
    Times their = new Times();
    for (int round = -1; round < effort.rounds(); round++) { // the first warms up
      long[] mine = ours.times(questions);
      long[] others = theirs.times(questions);
      if (round >= 0) {
        our.add(0, round, mine, mine);
        their.add(0, round, others, others);
      }
    }
    Map<String, Object> us = Tree.map("engine", EngineKind.CUTTINGS.label());
    us.putAll(our.tree());
    Map<String, Object> them = Tree.map("engine", THEIRS);
    them.putAll(their.tree());
    Map<String, Object> beside = Ratio.paired(our.rounds(), their.rounds()).tree();
    beside.put("p99_ratio", our.cpu().at(99) / their.cpu().at(99));
    beside.put("overlap", same / (double) questions.size());
    them.put("first_beside_this", beside);
    return Tree.map(
        "class", of.label(), "questions", questions.size(), "engines", List.of(us, them));
  }

  private static List<String> ours(Path index) {
    return Jvm.command(GameServer.class, List.of(EngineKind.CUTTINGS.label(), index.toString()));
  }

  /** A process that answers. */
  private static final class Pipe implements Closeable {
    private final Process process;
    private final Writer to;
    private final BufferedReader from;

    Pipe(List<String> command) throws IOException {
      process = Jvm.start(command);
      to =
          new BufferedWriter(
              new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
      from =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    String ask(String command, String question) throws IOException {
      to.write(command + '\t' + question + '\n');
      to.flush();
      String answer = from.readLine();
      if (answer == null) {
        throw new IOException("the engine ended at: " + command + " " + question);
      }
      return answer;
    }

    long[] times(List<String> questions) throws IOException {
      long[] times = new long[questions.size()];
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        ask("TOP_10", questions.get(i));
        times[i] = System.nanoTime() - start;
      }
      return times;
    }

    @Override
    public void close() throws IOException {
      to.close();
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
      from.close();
    }
  }
}
