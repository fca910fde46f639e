package news.cuttings.bench.timing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import news.cuttings.bench.corpora.QueryClass;
import news.cuttings.bench.corpora.Task;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.bench.results.Statistics;
import news.cuttings.bench.results.Tree;

/** Engines side by side on one corpus: each in a JVM of its own, asked turn about. */
public final class Contest {
  private static final double[] SHARES = {0.25, 0.5, 0.75};

  private final BenchPlan plan;
  private final String name;
  private final String source;
  private final Map<QueryClass, List<Task>> tasks;
  private final RawTimes rows;
  private final Consumer<String> progress;
  private final Map<EngineKind, Map<QueryClass, Times>> times = new EnumMap<>(EngineKind.class);
  private final Map<EngineKind, Map<QueryClass, Hits>> hits = new EnumMap<>(EngineKind.class);
  private final Map<EngineKind, List<Tree>> filled = new EnumMap<>(EngineKind.class);
  private final Map<EngineKind, Map<Integer, List<Double>>> loads = new EnumMap<>(EngineKind.class);
  private final Map<EngineKind, List<Object>> arrivals = new EnumMap<>(EngineKind.class);
  private final Map<EngineKind, List<Tree>> refreshes = new EnumMap<>(EngineKind.class);
  private final Map<EngineKind, List<Tree>> merges = new EnumMap<>(EngineKind.class);

  /** Answers a second of which the slowest engine was capable in the first fork. */
  private double capacity = Double.MAX_VALUE;

  public Contest(
      BenchPlan plan,
      String name,
      String source,
      Map<QueryClass, List<Task>> tasks,
      RawTimes rows,
      Consumer<String> progress) {
    this.plan = plan;
    this.name = name;
    this.source = source;
    this.tasks = tasks;
    this.rows = rows;
    this.progress = progress;
    for (EngineKind kind : plan.engines()) {
      times.put(kind, new EnumMap<>(QueryClass.class));
      tasks.keySet().forEach(of -> of(times, kind).put(of, new Times()));
      hits.put(kind, new EnumMap<>(QueryClass.class));
      filled.put(kind, new ArrayList<>());
      loads.put(kind, new LinkedHashMap<>());
      arrivals.put(kind, new ArrayList<>());
      refreshes.put(kind, new ArrayList<>());
      merges.put(kind, new ArrayList<>());
    }
  }

  private static <V> V of(Map<EngineKind, V> map, EngineKind kind) {
    V found = map.get(kind);
    if (found == null) {
      throw new IllegalArgumentException("not in the contest: " + kind);
    }
    return found;
  }

  /** The JVMs of one fork. */
  private static final class Processes implements Closeable {
    private final Map<EngineKind, ForkProcess> all = new LinkedHashMap<>();

    @Override
    public void close() throws IOException {
      for (ForkProcess process : all.values()) {
        process.close();
      }
    }
  }

  /** Fills, merges, warms, asks, loads: all engines once more, in new JVMs. */
  public void fork(int fork, Path indices, Path file) throws IOException {
    try (Processes processes = new Processes()) {
      for (EngineKind kind : plan.engines()) {
        Path index = Files.createDirectory(indices.resolve(kind.label()));
        ForkProcess process = ForkProcess.start(kind, index, source, file, plan.options());
        processes.all.put(kind, process);
        say(fork, kind, "filing");
        of(filled, kind).add(Tree.parse(process.ask("fill")));
      }
      if (!plan.asFiled()) {
        merge(fork, processes);
      }
      if (fork == 0) {
        compare(processes);
      }
      for (Map.Entry<EngineKind, ForkProcess> entry : processes.all.entrySet()) {
        say(fork, entry.getKey(), "warming up");
        entry.getValue().say("warm " + plan.effort().warmSeconds());
      }
      for (int round = 0; round < plan.effort().rounds(); round++) {
        progress.accept(name + ", fork " + (fork + 1) + ": round " + (round + 1));
        round(fork, round, processes);
      }
      load(fork, processes);
      for (Map.Entry<EngineKind, ForkProcess> entry : processes.all.entrySet()) {
        say(fork, entry.getKey(), "refreshing");
        String answer = entry.getValue().ask("refresh " + plan.effort().refreshes());
        of(refreshes, entry.getKey()).add(Tree.parse(answer));
      }
      if (plan.asFiled()) {
        merge(fork, processes);
      }
    }
  }

  private void merge(int fork, Processes processes) throws IOException {
    for (Map.Entry<EngineKind, ForkProcess> entry : processes.all.entrySet()) {
      say(fork, entry.getKey(), "merging");
      of(merges, entry.getKey()).add(Tree.parse(entry.getValue().ask("merge")));
    }
  }

  private void say(int fork, EngineKind kind, String what) {
    progress.accept(name + ", fork " + (fork + 1) + ": " + kind.label() + " " + what);
  }

  private void compare(Processes processes) throws IOException {
    for (Map.Entry<EngineKind, ForkProcess> entry : processes.all.entrySet()) {
      for (QueryClass of : tasks.keySet()) {
        Hits answered = new Hits(entry.getValue().say("hits " + of.name()));
        of(hits, entry.getKey()).put(of, answered);
      }
    }
  }

  /** Every class in turn; of a class one engine after the other, the first another each round. */
  private void round(int fork, int round, Processes processes) throws IOException {
    List<EngineKind> kinds = plan.engines();
    for (QueryClass of : tasks.keySet()) {
      for (int i = 0; i < kinds.size(); i++) {
        EngineKind kind = kinds.get((i + round) % kinds.size());
        ForkProcess process = processes.all.get(kind);
        if (process != null) {
          long seed = plan.seed() + 1000L * fork + round;
          take(kind, of, fork, round, process.say("round " + of.name() + " " + seed));
        }
      }
    }
  }

  private void take(EngineKind kind, QueryClass of, int fork, int round, List<String> lines)
      throws IOException {
    long[] walls = new long[lines.size()];
    long[] cpus = new long[lines.size()];
    for (int i = 0; i < walls.length; i++) {
      String[] columns = lines.get(i).split(" ", -1);
      walls[i] = Long.parseLong(columns[1]);
      cpus[i] = Long.parseLong(columns[2]);
      rows.add(
          name,
          kind.label(),
          of.label(),
          Integer.toString(fork),
          Integer.toString(round),
          columns[0],
          columns[1],
          columns[2]);
    }
    Times taken = of(times, kind).get(of);
    if (taken != null) {
      taken.add(fork, round, walls, cpus);
    }
  }

  /**
   * Throughput by threads; then latencies at rates that the slowest engine can still serve, the
   * same in every fork.
   */
  private void load(int fork, Processes processes) throws IOException {
    double seconds = plan.effort().loadSeconds();
    int cores = Runtime.getRuntime().availableProcessors();
    double slowest = Double.MAX_VALUE;
    for (Map.Entry<EngineKind, ForkProcess> entry : processes.all.entrySet()) {
      say(fork, entry.getKey(), "under load");
      double best = 0;
      for (int threads = 1;
          threads <= cores;
          threads = threads < cores ? Math.min(cores, threads * 2) : cores + 1) {
        double rate = Double.parseDouble(entry.getValue().ask("load " + threads + " " + seconds));
        of(loads, entry.getKey()).computeIfAbsent(threads, key -> new ArrayList<>()).add(rate);
        best = Math.max(best, rate);
      }
      slowest = Math.min(slowest, best);
    }
    capacity = fork == 0 ? slowest : capacity;
    for (double share : SHARES) {
      for (Map.Entry<EngineKind, ForkProcess> entry : processes.all.entrySet()) {
        String command = "open " + share * capacity + " " + seconds + " " + (plan.seed() + fork);
        Tree answer = Tree.parse(entry.getValue().ask(command));
        of(arrivals, entry.getKey())
            .add(Tree.map("fork", fork, "share", share, "open", answer.value()));
      }
    }
  }

  /** Figures of the engines: filing, load, refreshes. */
  public List<Object> engines() {
    List<Object> engines = new ArrayList<>();
    for (EngineKind kind : plan.engines()) {
      List<Object> threads = new ArrayList<>();
      of(loads, kind)
          .forEach((number, rates) ->
              threads.add(
                  Tree.map(
                      "threads",
                      number,
                      "per_s",
                      Statistics.median(rates.stream().mapToDouble(Double::doubleValue).toArray()),
                      "forks",
                      rates)));
      engines.add(
          Tree.map(
              "engine", kind.label(),
              "options", of(filled, kind).get(0).at("options").value(),
              "filling", values(of(filled, kind)),
              "threads", threads,
              "arrivals", of(arrivals, kind),
              "refreshes", values(of(refreshes, kind)),
              "merges", values(of(merges, kind))));
    }
    return engines;
  }

  private static List<Object> values(List<Tree> trees) {
    return trees.stream().map(Tree::value).toList();
  }

  /** Figures of the classes: each engine's times, and the first engine's beside each other's. */
  public List<Object> classes() {
    List<Object> classes = new ArrayList<>();
    for (QueryClass of : tasks.keySet()) {
      List<Object> engines = new ArrayList<>();
      for (EngineKind kind : plan.engines()) {
        engines.add(engine(kind, of));
      }
      classes.add(
          Tree.map(
              "class",
              of.label(),
              "questions",
              tasks.getOrDefault(of, List.of()).size(),
              "engines",
              engines));
    }
    return classes;
  }

  private Map<String, Object> engine(EngineKind kind, QueryClass of) {
    Hits answered = of(hits, kind).getOrDefault(of, new Hits(List.of()));
    Times taken = of(times, kind).getOrDefault(of, new Times());
    Map<String, Object> figures = Tree.map("engine", kind.label());
    figures.putAll(taken.tree());
    figures.put("answered", answered.answered());
    figures.put("hits", answered.fingerprint());
    EngineKind first = plan.engines().get(0);
    if (kind != first) {
      Times ours = of(times, first).getOrDefault(of, new Times());
      Hits our = of(hits, first).getOrDefault(of, new Hits(List.of()));
      Map<String, Object> beside = Ratio.paired(ours.rounds(), taken.rounds()).tree();
      beside.put("p99_ratio", ours.cpu().at(99) / taken.cpu().at(99));
      beside.putAll(our.compare(answered));
      figures.put("first_beside_this", beside);
    }
    return figures;
  }
}
