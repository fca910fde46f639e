package news.cuttings.cli;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells what long work does, where somebody looks: a line that is drawn again five times a second,
 * gives way to whatever else is written, and is gone when the work is done. Safe for use by many
 * threads.
 */
final class Progress implements AutoCloseable {
  private static final long MILLIS_A_DRAWING = 200;

  private final Terminal terminal;
  private final @Nullable Thread drawing;
  private volatile Task task;
  private volatile boolean closed;

  /**
   * What is done.
   *
   * @param what in words
   * @param start when it began, by {@link System#nanoTime}
   * @param done how much is done; -1 where that is not counted
   */
  private record Task(String what, long start, long done) {}

  /**
   * @param what is done, in a few words
   */
  Progress(Terminal terminal, String what) {
    this(terminal, what, MILLIS_A_DRAWING);
  }

  Progress(Terminal terminal, String what, long millisADrawing) {
    this.terminal = terminal;
    task = new Task(what, System.nanoTime(), -1);
    drawing = terminal.showsStatus() ? started(millisADrawing) : null;
  }

  /** Work that takes long. */
  interface Work {
    int run() throws IOException;
  }

  /** Does work, telling so where somebody looks; gives what it gave. */
  static int during(Terminal terminal, String what, Work work) throws IOException {
    Progress progress = new Progress(terminal, what);
    try {
      return work.run();
    } finally {
      progress.close();
    }
  }

  private Thread started(long millis) {
    Thread thread = new Thread(() -> draw(millis), "progress");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void draw(long millis) {
    try {
      while (!closed) {
        Thread.sleep(millis);
        terminal.status(line(task, System.nanoTime()));
      }
    } catch (InterruptedException e) {
      // it is closed
    } catch (Terminal.OutputFailure e) {
      // nobody looks any more; whoever writes next is told
    }
  }

  /** What was begun goes on: so many are done. */
  void to(long done) {
    Task now = task;
    task = new Task(now.what(), now.start(), done);
  }

  /** Something else is begun, and not counted. */
  void turnTo(String what) {
    task = new Task(what, System.nanoTime(), -1);
  }

  /** {@code filing: 12,345 stories, 1,029 a second}; {@code making durable: 12 s}. */
  private static String line(Task task, long now) {
    Duration took = Duration.ofNanos(now - task.start());
    if (task.done() < 0) {
      return task.what() + ": " + took.toSeconds() + " s";
    }
    long aSecond = Math.round(task.done() * 1000.0 / Math.max(1, took.toMillis()));
    return task.what()
        + ": "
        + Text.count(task.done(), "story", "stories")
        + ", "
        + Text.number(aSecond)
        + " a second";
  }

  @Override
  public void close() {
    closed = true;
    Thread running = drawing;
    if (running != null) {
      running.interrupt();
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      terminal.status("");
    }
  }
}
