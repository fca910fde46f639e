package news.cuttings.bench.timing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import news.cuttings.bench.corpora.Corpus;
import news.cuttings.bench.corpora.CorpusSource;
import news.cuttings.bench.corpora.QueryClass;
import news.cuttings.bench.corpora.QuerySets;
import news.cuttings.bench.corpora.Shape;
import news.cuttings.bench.corpora.Task;
import news.cuttings.bench.engines.Engine;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.ranking.RankingOptions;

/**
 * A JVM that measures one engine: does what standard input says line by line, and answers in lines
 * on standard output, the last of each answer {@code end}. Its parent is {@link ForkProcess}.
 *
 * <table>
 * <caption>Commands</caption>
 * <tr><td>{@code fill}</td><td>files the corpus; a JSON object of figures</td></tr>
 * <tr><td>{@code hits CLASS}</td><td>{@code NUMBER ID ID …} for each question</td></tr>
 * <tr><td>{@code warm SECONDS}</td><td>asks everything for so long</td></tr>
 * <tr><td>{@code round CLASS SEED}</td><td>{@code NUMBER WALL CPU} for each question, in
 * nanoseconds</td></tr>
 * <tr><td>{@code load THREADS SECONDS}</td><td>answers a second</td></tr>
 * <tr><td>{@code open RATE SECONDS SEED}</td><td>a JSON object of latencies</td></tr>
 * <tr><td>{@code merge}</td><td>a JSON object of figures</td></tr>
 * <tr><td>{@code refresh COUNT}</td><td>a JSON object of latencies</td></tr>
 * </table>
 */
final class Fork {
  /** Hits a question. */
  static final int TOP = 10;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Engine engine;
  private final Path folder;
  private final Corpus corpus;
  private final Map<QueryClass, List<Task>> tasks;
  private final PrintStream out;

  private Fork(
      Engine engine,
      Path folder,
      Corpus corpus,
      Map<QueryClass, List<Task>> tasks,
      PrintStream out) {
    this.engine = engine;
    this.folder = folder;
    this.corpus = corpus;
    this.tasks = tasks;
    this.out = out;
  }

  /**
   * Serves.
   *
   * @param args the engine's name, the index's folder, the corpus, the file of questions, and where
   *     there is one the file of ranking options
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    Path folder = Path.of(args[1]);
    EngineKind kind =
        EngineKind.of(args[0]).orElseThrow(() -> new IllegalArgumentException(args[0]));
    RankingOptions options = args.length > 4 ? RankingOptions.read(Path.of(args[4])) : null;
    try (Engine engine = kind.open(folder, options)) {
      Fork fork =
          new Fork(
              engine,
              folder,
              CorpusSource.read(args[2]).withoutTopics(),
              QuerySets.read(Path.of(args[3])),
              out);
      fork.serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }
  }

  private void serve(BufferedReader in) throws IOException, InterruptedException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "fill" -> out.println(new IndexingBenchmark(engine, folder, corpus).measure().json());
        case "hits" -> hits(of(words[1]));
        case "warm" -> warm(seconds(words[1]));
        case "round" -> round(of(words[1]), Long.parseLong(words[2]));
        case "load" -> out.println(load().closed(Integer.parseInt(words[1]), seconds(words[2])));
        case "open" ->
            out.println(
                load()
                    .open(Double.parseDouble(words[1]), seconds(words[2]), Long.parseLong(words[3]))
                    .json());
        case "refresh" ->
            out.println(
                new IndexingBenchmark(engine, folder, corpus)
                    .refreshes(Integer.parseInt(words[1]))
                    .json());
        case "merge" -> out.println(new IndexingBenchmark(engine, folder, corpus).merge().json());
        default -> throw new IllegalArgumentException(line);
      }
      out.println("end");
      out.flush();
    }
  }

  private List<Task> of(String label) {
    return tasks.getOrDefault(QueryClass.valueOf(label), List.of());
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
  }

  private void hits(List<Task> of) throws IOException {
    for (int i = 0; i < of.size(); i++) {
      List<String> answer = engine.ask(of.get(i), TOP);
      out.println(
          i + " " + String.join(" ", answer.stream().map(id -> id.replace(' ', '_')).toList()));
    }
  }

  private List<Task> all() {
    List<Task> all = new ArrayList<>();
    tasks.values().forEach(all::addAll);
    return all;
  }

  private void warm(Duration time) throws IOException {
    List<Task> all = all();
    Random random = new Random(1);
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      engine.ask(all.get(random.nextInt(all.size())), TOP);
    }
  }

  /** Asks each question once, in an order of chance. */
  private void round(List<Task> of, long seed) throws IOException {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    for (int i : order) {
      Task task = of.get(i);
      long cpu = THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      engine.ask(task, TOP);
      long wall = System.nanoTime() - start;
      cpu = THREADS.getCurrentThreadCpuTime() - cpu;
      out.println(i + " " + wall + " " + cpu);
    }
  }

  /** Ranked questions of words: what a search box is asked; without them, whatever there is. */
  private Load load() {
    List<Task> words = new ArrayList<>();
    tasks.forEach((of, some) -> {
      if (of.shape() == Shape.ANY || of.shape() == Shape.ALL || of.shape() == Shape.PHRASE) {
        words.addAll(some);
      }
    });
    return new Load(engine, words.isEmpty() ? all() : words);
  }
}
