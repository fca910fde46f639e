package news.cuttings.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import news.cuttings.people.People;
import org.apache.lucene.util.IOConsumer;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that write. Jobs that touch the same id run one after another in the order in which
 * they were handed over; a job that must be alone waits for all before it. What was handed over is
 * done before the end: who comes after {@link #finish} was called is refused. Callers wait without
 * regard to interrupts, whose mark they keep. For use inside the library.
 */
public final class WriterThreads {
  private static final long MAX_LENGTH = 16L << 20;
  private static final int JOBS_A_THREAD = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Job> queue = new ArrayDeque<>();
  private final Set<String> ids = new HashSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private final int maxJobs;
  private int running;
  private long length;
  private boolean alone;

  /** Whether nothing more is taken: what is queued is still done. */
  private boolean closing;

  private boolean stopped;

  /** What no hand-over was told yet. */
  private @Nullable Throwable failure;

  /** What nobody was told who asks for all that was handed over: {@link #alone}, the end. */
  private @Nullable Throwable unsettled;

  /** What a thread has to itself. */
  public record Worker(People people, StoryFields fields) {}

  private record Job(Set<String> ids, long length, IOConsumer<Worker> work) {}

  /** So many threads. */
  public WriterThreads(People people, int count) {
    maxJobs = count * JOBS_A_THREAD;
    for (int i = 1; i <= count; i++) {
      Worker worker = new Worker(people, new StoryFields());
      Thread thread = new Thread(() -> work(worker), "cuttings-writer-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** What whoever uses a closed index is told. */
  public static IllegalStateException closed() {
    return new IllegalStateException("the index is closed");
  }

  /**
   * Hands over work, which is done before the threads end; waits while too much is on its way or
   * one of the ids is.
   *
   * @throws IllegalStateException where the end has begun: the work was not taken
   * @throws IOException where work handed over before has failed: this was not taken either
   */
  public void handOver(Set<String> touched, long size, IOConsumer<Worker> work) throws IOException {
    lock.lock();
    try {
      checkOpen();
      while (alone
          || queue.size() >= maxJobs
          || (length > 0 && length + size > MAX_LENGTH)
          || !Collections.disjoint(ids, touched)) {
        changed.awaitUninterruptibly();
        checkOpen();
        // A failure ends the wait: what it left undone may never make room.
        throwFailure();
      }
      throwFailure();
      put(new Job(touched, size, work));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Runs work when all before it is done, and nothing beside it; gives its outcome.
   *
   * @throws IllegalStateException where the end has begun: the work was not done
   * @throws IOException where work handed over before has failed, be it that another who handed
   *     over was told: this was not done
   */
  public <T> T alone(IOSupplier<T> call) throws IOException {
    lock.lock();
    try {
      checkOpen();
      while (alone) {
        changed.awaitUninterruptibly();
        checkOpen();
      }
      alone = true;
      try {
        awaitIdle();
        throwUnsettled();
        return outcome(call);
      } finally {
        alone = false;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void awaitIdle() {
    while (running > 0 || !queue.isEmpty()) {
      changed.awaitUninterruptibly();
    }
  }

  private void checkOpen() {
    if (closing) {
      throw closed();
    }
  }

  /**
   * Runs work on a writer's thread whatever else goes on; gives its outcome.
   *
   * @throws IllegalStateException where the end has begun: the work was not done
   */
  public <T> T run(IOSupplier<T> call) throws IOException {
    lock.lock();
    try {
      checkOpen();
      return outcome(call);
    } finally {
      lock.unlock();
    }
  }

  private <T> T outcome(IOSupplier<T> call) throws IOException {
    Outcome<T> outcome = new Outcome<>();
    put(new Job(Set.of(), 0, worker -> outcome.of(call)));
    while (!outcome.done) {
      changed.awaitUninterruptibly();
    }
    return outcome.get();
  }

  private void put(Job job) {
    ids.addAll(job.ids());
    length += job.length();
    queue.addLast(job);
    changed.signalAll();
  }

  /**
   * Takes nothing more, does what was handed over and then that work, and ends the threads. Does
   * nothing where another has begun to.
   *
   * @throws IOException where something handed over has failed that nobody was told who asked for
   *     all of it, after the work was done; or the work has failed
   */
  public <T> void finish(IOSupplier<T> last) throws IOException {
    lock.lock();
    try {
      if (closing) {
        return;
      }
      closing = true;
      changed.signalAll(); // whoever waits to hand over is told
      while (alone) {
        changed.awaitUninterruptibly();
      }
      awaitIdle();
      finishWith(last);
    } finally {
      lock.unlock();
      stop();
    }
  }

  private <T> void finishWith(IOSupplier<T> last) throws IOException {
    try {
      throwUnsettled();
    } catch (IOException e) {
      try {
        outcome(last);
      } catch (IOException | RuntimeException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    outcome(last);
  }

  /** Ends the threads once what was handed over is done. */
  public void stop() {
    lock.lock();
    try {
      closing = true;
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void throwFailure() throws IOException {
    Throwable cause = failure;
    failure = null;
    if (cause != null) {
      throw told(cause);
    }
  }

  private void throwUnsettled() throws IOException {
    Throwable cause = unsettled;
    unsettled = null;
    failure = null;
    if (cause != null) {
      throw told(cause);
    }
  }

  private static IOException told(Throwable cause) {
    return new IOException("a story could not be filed: " + cause.getMessage(), cause);
  }

  private void work(Worker worker) {
    for (Job job = next(); job != null; job = next()) {
      Throwable thrown = null;
      try {
        job.work().accept(worker);
      } catch (IOException | RuntimeException | Error e) {
        thrown = e;
      }
      done(job, thrown);
    }
  }

  private @Nullable Job next() {
    lock.lock();
    try {
      while (queue.isEmpty()) {
        if (stopped) {
          return null;
        }
        changed.awaitUninterruptibly();
      }
      running++;
      return queue.removeFirst();
    } finally {
      lock.unlock();
    }
  }

  private void done(Job job, @Nullable Throwable thrown) {
    lock.lock();
    try {
      running--;
      ids.removeAll(job.ids());
      length -= job.length();
      if (failure == null) {
        failure = thrown;
      }
      if (unsettled == null) {
        unsettled = thrown;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What a call gave or threw. */
  private final class Outcome<T> {
    private @Nullable T value;
    private @Nullable Throwable thrown;
    private boolean done;

    void of(IOSupplier<T> call) {
      T result = null;
      Throwable problem = null;
      try {
        result = call.get();
      } catch (IOException | RuntimeException | Error e) {
        problem = e;
      }
      lock.lock();
      try {
        value = result;
        thrown = problem;
        done = true;
      } finally {
        lock.unlock();
      }
    }

    @SuppressWarnings("NullAway") // a call that threw nothing gave a value
    T get() throws IOException {
      if (thrown instanceof IOException e) {
        throw e;
      }
      if (thrown instanceof RuntimeException e) {
        throw e;
      }
      if (thrown instanceof Error e) {
        throw e;
      }
      return value;
    }
  }
}
