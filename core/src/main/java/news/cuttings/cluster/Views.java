package news.cuttings.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import news.cuttings.index.CommitData;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/**
 * The views of the index that this process has open: the present one, and some before it for
 * whoever goes on with a cursor. Safe for use by many threads.
 *
 * <p>The cluster has few points in time for all who ask, and keeps those of a process that was
 * killed until their time is over. So it is told to keep each for a minute, and a thread tells it
 * again while the view is in use or was within ten minutes; the thread is there while a view is.
 */
final class Views implements Closeable {
  private static final int MOST = 5;

  /** What a point in time is kept for, from one telling to the next. */
  static final Duration SHORT = Duration.ofMinutes(1);

  private static final int TELLINGS = 3;
  private static final Duration ENDING = Duration.ofSeconds(5);

  private final ClusterNodes nodes;
  private final String index;
  private final Supplier<Made> made;
  private final Duration keepAlive;
  private final ReentrantLock opening = new ReentrantLock();
  private final Deque<Kept> open = new ArrayDeque<>();
  private @Nullable ScheduledExecutorService keeper;
  private boolean closed;

  /** A view, and who is at work with it. All of it is guarded by the views. */
  private static final class Kept {
    private final View view;
    private int users;
    private long asked = System.nanoTime();

    /** Whether it has answered: only then somebody may have a cursor of it. */
    private boolean answered;

    private boolean dropped;

    Kept(View view) {
      this.view = view;
    }

    boolean isIdle() {
      return users == 0 && System.nanoTime() - asked > CommitData.KEPT.toNanos();
    }
  }

  Views(ClusterNodes nodes, String index, Supplier<Made> made) {
    this(nodes, index, made, SHORT);
  }

  /** Views that the cluster forgets when it was not told for so long to keep them. */
  Views(ClusterNodes nodes, String index, Supplier<Made> made, Duration keepAlive) {
    this.nodes = nodes;
    this.made = made;
    this.index = index;
    this.keepAlive = keepAlive;
  }

  /**
   * Does the work in the view of that number, else in the present one. Where the view is lost with
   * a node, the work is done again in a new one. Where no view could be opened in time the work is
   * done with nothing, and told so.
   */
  <T> T with(OptionalLong number, Deadline deadline, IOFunction<ClusterBackend, T> work)
      throws IOException {
    ClusterNodes.Pauses pauses = new ClusterNodes.Pauses(nodes.patience(), deadline);
    while (true) {
      Kept kept;
      try {
        kept = take(number, deadline);
      } catch (Deadline.TimeOver e) {
        return work.apply(new ClusterBackend(View.unopened(nodes, deadline), made.get(), deadline));
      }
      try {
        return work.apply(new ClusterBackend(kept.view.until(deadline), made.get(), deadline));
      } catch (ClusterException e) {
        if (!e.isLostView() || !pauses.pause()) {
          throw e;
        }
        forget(kept);
      } finally {
        release(kept);
      }
    }
  }

  private Kept take(OptionalLong number, Deadline deadline) throws IOException {
    Kept there = there(number);
    if (there != null) {
      return there;
    }
    begin(deadline);
    try {
      there = there(number); // somebody else may have opened one
      if (there == null) {
        opened(View.open(nodes, index, keepAlive, deadline), false).forEach(View::letGo);
        there = there(number);
      }
      return Objects.requireNonNull(there, "a view that was opened just now");
    } finally {
      opening.unlock();
    }
  }

  /** Waits for whoever is opening a view, and opens one after him. */
  private void begin(Deadline deadline) throws Deadline.TimeOver {
    if (!deadline.isSet()) {
      opening.lock();
      return;
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          deadline.check();
          if (opening.tryLock(deadline.left(ENDING).toNanos(), TimeUnit.NANOSECONDS)) {
            return;
          }
        } catch (InterruptedException e) {
          interrupted = true; // its mark is kept
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The view of that number, else the present one, to work with; null where there is none. */
  private synchronized @Nullable Kept there(OptionalLong number) {
    Kept there = open.peekFirst();
    for (Kept one : open) {
      if (number.isPresent() && one.view.number() == number.getAsLong()) {
        there = one;
      }
    }
    if (there != null) {
      there.users++;
      there.answered = true;
    }
    return there;
  }

  private synchronized void release(Kept kept) {
    kept.users--;
    kept.asked = System.nanoTime();
    if (kept.dropped && kept.users == 0) {
      kept.view.letGo();
    }
  }

  /**
   * There is a new view; the one before is kept where somebody may go on in it.
   *
   * @return those that nobody is at work with any more, to be let go of
   */
  private synchronized List<View> opened(View view, boolean isLater) {
    if (closed) {
      view.letGo();
      throw new IllegalStateException("the index is closed");
    }
    List<View> gone = new ArrayList<>();
    Kept present = open.peekFirst();
    if (isLater
        && present != null
        && (present.view.number() == view.number() || !present.answered)) {
      drop(present, gone);
    }
    open.addFirst(new Kept(view));
    while (open.size() > MOST) {
      drop(open.getLast(), gone);
    }
    if (keeper == null) {
      keeper = keeping();
    }
    return gone;
  }

  /** Nobody is given it any more; whoever is at work with it comes to his end, else it is gone. */
  private void drop(Kept kept, List<View> gone) {
    open.remove(kept);
    kept.dropped = true;
    if (kept.users == 0) {
      gone.add(kept.view);
    }
  }

  private void forget(Kept kept) {
    List<View> gone = new ArrayList<>();
    synchronized (this) {
      if (open.contains(kept)) {
        drop(kept, gone);
      }
    }
    gone.forEach(View::letGo);
  }

  /** Looks at the index as it is now; the view before is kept where there is anything new. */
  void refresh() throws IOException {
    opening.lock();
    try {
      opened(View.open(nodes, index, keepAlive, Deadline.none()), true).forEach(View::close);
    } finally {
      opening.unlock();
    }
  }

  private ScheduledExecutorService keeping() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "cuttings-views");
              thread.setDaemon(true);
              return thread;
            });
    long period = keepAlive.dividedBy(TELLINGS).toMillis();
    ScheduledFuture<?> unused =
        executor.scheduleWithFixedDelay(this::keep, period, period, TimeUnit.MILLISECONDS);
    return executor;
  }

  /** Has the cluster keep the views that are in use, and lets go of the others. */
  private void keep() {
    List<Kept> used = new ArrayList<>();
    List<View> gone = new ArrayList<>();
    synchronized (this) {
      for (Kept one : List.copyOf(open)) {
        if (one.isIdle()) {
          drop(one, gone);
        } else {
          used.add(one);
        }
      }
      ScheduledExecutorService unused = keeper;
      if (open.isEmpty() && unused != null) {
        keeper = null;
        unused.shutdown();
      }
    }
    gone.forEach(View::close);
    used.forEach(one -> one.view.keep());
  }

  @Override
  public void close() {
    letGo(true);
  }

  /** Lets go of all views; the next that is asked for is a new one. */
  void forgetAll() {
    letGo(false);
  }

  private void letGo(boolean forGood) {
    ScheduledExecutorService ending;
    List<Kept> gone;
    synchronized (this) {
      closed |= forGood;
      gone = List.copyOf(open);
      open.clear();
      ending = keeper;
      keeper = null;
    }
    gone.forEach(one -> one.view.close());
    if (ending != null) {
      end(ending);
    }
  }

  private static void end(ScheduledExecutorService ending) {
    ending.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      ending.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
