package news.cuttings.bench.timing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.bench.corpora.Corpus;
import news.cuttings.bench.engines.Engine;
import news.cuttings.bench.engines.TempFolder;
import news.cuttings.bench.results.Tree;
import news.cuttings.story.Story;

/**
 * Measures how an engine files a corpus. Stories are read, or invented, some thousands at a time,
 * and the reader's time is taken off; the CPU time is the process's, whatever thread did the work.
 */
final class IndexingBenchmark {
  private static final int CHUNK = 20_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Engine engine;
  private final Path folder;
  private final Corpus corpus;
  private final List<Story> chunk = new ArrayList<>();
  private long stories;
  private long characters;
  private long reading;
  private long readingCpu;
  private long mark;
  private long markCpu;

  IndexingBenchmark(Engine engine, Path folder, Corpus corpus) {
    this.engine = engine;
    this.folder = folder;
    this.corpus = corpus;
  }

  /** Files everything and commits. */
  Tree measure() throws IOException {
    long start = System.nanoTime();
    long cpu = processCpu();
    startReading();
    try {
      corpus.each(this::read);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    stopReading();
    hand();
    long committing = System.nanoTime();
    engine.commit();
    long end = System.nanoTime();
    double wallSeconds = (end - start - reading) / 1e9;
    double cpuSeconds = (processCpu() - cpu - readingCpu) / 1e9;
    long bytes = TempFolder.bytes(folder);
    return new Tree(
        Tree.map(
            "stories",
            stories,
            "text_characters",
            characters,
            "wall_s",
            wallSeconds,
            "cpu_s",
            cpuSeconds,
            "stories_per_s",
            stories / wallSeconds,
            "stories_per_cpu_s",
            stories / cpuSeconds,
            "mb_per_s",
            characters / 1e6 / wallSeconds,
            "commit_ms",
            (end - committing) / 1e6,
            "bytes",
            bytes,
            "bytes_per_character",
            bytes / (double) Math.max(1, characters),
            "heap_mb",
            heap(),
            "options",
            engine.options()));
  }

  /** Nanoseconds that all threads of this JVM have had, to the system's hundredth of a second. */
  private static long processCpu() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  private void startReading() {
    mark = System.nanoTime();
    markCpu = THREADS.getCurrentThreadCpuTime();
  }

  private void stopReading() {
    reading += System.nanoTime() - mark;
    readingCpu += THREADS.getCurrentThreadCpuTime() - markCpu;
  }

  private void read(Story story) {
    chunk.add(story);
    if (chunk.size() == CHUNK) {
      stopReading();
      hand();
      startReading();
    }
  }

  private void hand() {
    for (Story story : chunk) {
      stories++;
      characters += story.body().length() + story.headline().map(String::length).orElse(0);
      try {
        engine.add(story);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    chunk.clear();
  }

  /** Megabytes of heap that are in use after a collection. */
  private static double heap() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / 1e6;
  }

  /** Puts the segments together into one. */
  Tree merge() throws IOException {
    long cpu = processCpu();
    long start = System.nanoTime();
    engine.merge();
    double wall = (System.nanoTime() - start) / 1e6;
    return new Tree(
        Tree.map(
            "wall_ms",
            wall,
            "cpu_ms",
            (processCpu() - cpu) / 1e6,
            "bytes",
            TempFolder.bytes(folder)));
  }

  /** How long a story takes from being handed over to being found, in stories filed anew. */
  Tree refreshes(int count) throws IOException {
    List<Story> first = new ArrayList<>();
    corpus.each(story -> {
      if (first.size() < count) {
        first.add(story);
      }
    });
    Latencies latencies = new Latencies();
    for (Story story : first) {
      long start = System.nanoTime();
      engine.add(story);
      engine.refresh();
      latencies.add(System.nanoTime() - start);
    }
    return new Tree(Tree.map("latency", latencies.summary()));
  }
}
