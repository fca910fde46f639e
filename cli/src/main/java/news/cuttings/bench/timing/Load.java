package news.cuttings.bench.timing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import news.cuttings.bench.corpora.Task;
import news.cuttings.bench.engines.Engine;
import news.cuttings.bench.results.Tree;

/** Asks an engine from many threads at once. */
final class Load {
  private final Engine engine;
  private final List<Task> tasks;

  Load(Engine engine, List<Task> tasks) {
    this.engine = engine;
    this.tasks = tasks;
  }

  /** Answers a second where each thread asks anew as soon as it is answered. */
  double closed(int threads, Duration time) throws IOException, InterruptedException {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    List<Long> answered =
        together(
            threads,
            number -> {
              Random random = new Random(number);
              long count = 0;
              while (System.nanoTime() < end) {
                engine.ask(tasks.get(random.nextInt(tasks.size())), Fork.TOP);
                count++;
              }
              return count;
            });
    double seconds = (System.nanoTime() - start) / 1e9;
    return answered.stream().mapToLong(Long::longValue).sum() / seconds;
  }

  /**
   * Latencies where questions arrive by chance at a mean rate, whether or not those before are
   * answered: each counts from its arrival, so that waiting is told (G. Tene's coordinated omission
   * is left no room).
   *
   * @param rate questions a second
   */
  Tree open(double rate, Duration time, long seed) throws IOException, InterruptedException {
    long[] arrivals = arrivals(rate, time, seed);
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime() + 1_000_000;
    int threads = Runtime.getRuntime().availableProcessors();
    Latencies latencies = new Latencies();
    for (Latencies of :
        together(
            threads,
            number -> {
              Latencies mine = new Latencies();
              for (int i = next.getAndIncrement();
                  i < arrivals.length;
                  i = next.getAndIncrement()) {
                long due = start + arrivals[i];
                waitUntil(due);
                engine.ask(tasks.get(i % tasks.size()), Fork.TOP);
                mine.add(System.nanoTime() - due);
              }
              return mine;
            })) {
      latencies.add(of);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Tree(
        Tree.map(
            "rate",
            rate,
            "answered",
            arrivals.length / seconds,
            "threads",
            threads,
            "latency",
            latencies.summary(),
            "curve",
            latencies.curve()));
  }

  /** When questions arrive, in nanoseconds from the start: intervals by an exponential law. */
  static long[] arrivals(double rate, Duration time, long seed) {
    Random random = new Random(seed);
    List<Long> arrivals = new ArrayList<>();
    double at = 0;
    while (true) {
      at += -Math.log(1 - random.nextDouble()) / rate * 1e9;
      if (at >= time.toNanos()) {
        return arrivals.stream().mapToLong(Long::longValue).toArray();
      }
      arrivals.add((long) at);
    }
  }

  /** Sleeps while there is time, and spins for the last of it: sleeping is not exact. */
  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      if (left > 200_000) {
        LockSupport.parkNanos(left - 100_000);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  /** What one thread does. */
  private interface Part<T> {
    T run(int number) throws IOException;
  }

  private static <T> List<T> together(int threads, Part<T> part)
      throws IOException, InterruptedException {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Callable<T>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        parts.add(() -> part.run(number));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(parts)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IOException("an engine failed under load", e);
    }
  }
}
