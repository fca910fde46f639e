package news.cuttings.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.cuttings.index.CommitData;
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

  private final Nodes nodes;
  private final String index;
  private final Supplier<Made> made;
  private final Duration keepAlive;
  private final Deque<Kept> open = new ArrayDeque<>();
  private @Nullable ScheduledExecutorService keeper;
  private boolean closed;

  /** Work with the stories of a view. */
  interface Work<T> {
    T with(ClusterHoldings holdings) throws IOException;
  }

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

  Views(Nodes nodes, String index, Supplier<Made> made) {
    this(nodes, index, made, SHORT);
  }

  /** Views that the cluster forgets when it was not told for so long to keep them. */
  Views(Nodes nodes, String index, Supplier<Made> made, Duration keepAlive) {
    this.nodes = nodes;
    this.made = made;
    this.index = index;
    this.keepAlive = keepAlive;
  }

  /**
   * Does the work in the view of that number, else in the present one. Where the view is lost with
   * a node, the work is done again in a new one.
   */
  <T> T with(OptionalLong number, Work<T> work) throws IOException {
    Nodes.Pauses pauses = new Nodes.Pauses(nodes.patience());
    while (true) {
      Kept kept = take(number);
      try {
        return work.with(new ClusterHoldings(kept.view, made.get()));
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

  private synchronized Kept take(OptionalLong number) throws IOException {
    Kept taken = null;
    for (Kept one : open) {
      if (number.isPresent() && one.view.number() == number.getAsLong()) {
        taken = one;
      }
    }
    if (taken == null) {
      taken = open.isEmpty() ? add(View.open(nodes, index, keepAlive)) : open.getFirst();
    }
    taken.users++;
    taken.answered = true;
    return taken;
  }

  private synchronized void release(Kept kept) {
    kept.users--;
    kept.asked = System.nanoTime();
    if (kept.dropped && kept.users == 0) {
      kept.view.close();
    }
  }

  private Kept add(View view) {
    if (closed) {
      view.close();
      throw new IllegalStateException("the index is closed");
    }
    Kept kept = new Kept(view);
    open.addFirst(kept);
    if (keeper == null) {
      keeper = keeping();
    }
    return kept;
  }

  /** Nobody is given it any more; whoever is at work with it comes to his end. */
  private void drop(Kept kept) {
    open.remove(kept);
    kept.dropped = true;
    if (kept.users == 0) {
      kept.view.close();
    }
  }

  private synchronized void forget(Kept kept) {
    if (open.contains(kept)) {
      drop(kept);
    }
  }

  /** Looks at the index as it is now; the view before is kept where there is anything new. */
  synchronized void refresh() throws IOException {
    View next = View.open(nodes, index, keepAlive);
    Kept present = open.peekFirst();
    if (present != null && (present.view.number() == next.number() || !present.answered)) {
      drop(present);
    }
    add(next);
    while (open.size() > MOST) {
      drop(open.getLast());
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
    synchronized (this) {
      for (Kept one : List.copyOf(open)) {
        if (one.isIdle()) {
          drop(one);
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
    synchronized (this) {
      closed |= forGood;
      while (!open.isEmpty()) {
        open.removeFirst().view.close();
      }
      ending = keeper;
      keeper = null;
    }
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
