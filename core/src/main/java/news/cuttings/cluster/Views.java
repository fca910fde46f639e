package news.cuttings.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.Supplier;
import news.cuttings.index.RankingOptions;
import org.jspecify.annotations.Nullable;

/**
 * The views of the index that this process has open: the present one, and some before it for
 * whoever goes on with a cursor. Safe for use by many threads.
 */
final class Views implements Closeable {
  /** The cluster has few hundred for all who ask. */
  private static final int MOST = 5;

  private final Nodes nodes;
  private final String index;
  private final Supplier<RankingOptions> options;
  private final Deque<View> open = new ArrayDeque<>();

  /** Work with the stories of a view. */
  interface Work<T> {
    T with(ClusterHoldings holdings) throws IOException;
  }

  Views(Nodes nodes, String index, Supplier<RankingOptions> options) {
    this.nodes = nodes;
    this.options = options;
    this.index = index;
  }

  /**
   * Does the work in the view of that number, else in the present one. Where the view is lost with
   * a node, the work is done again in a new one.
   */
  <T> T with(OptionalLong number, Work<T> work) throws IOException {
    Nodes.Pauses pauses = new Nodes.Pauses(nodes.patience());
    while (true) {
      View view = view(number);
      try {
        return work.with(new ClusterHoldings(view, options.get()));
      } catch (ClusterException e) {
        if (!e.isLostView() || !pauses.pause()) {
          throw e;
        }
        forget(view);
      }
    }
  }

  private synchronized View view(OptionalLong number) throws IOException {
    for (View one : open) {
      if (number.isPresent() && one.number() == number.getAsLong()) {
        return one;
      }
    }
    View present = open.peekFirst();
    if (present == null) {
      present = View.open(nodes, index);
      open.addFirst(present);
    }
    return present;
  }

  private void forget(View view) {
    synchronized (this) {
      open.remove(view);
    }
    view.close();
  }

  /** Looks at the index as it is now; the view before is kept where there is anything new. */
  synchronized void refresh() throws IOException {
    View next = View.open(nodes, index);
    View present = open.peekFirst();
    if (present != null && present.number() == next.number()) {
      open.removeFirst();
      present.close();
    }
    open.addFirst(next);
    while (open.size() > MOST) {
      close(open.pollLast());
    }
  }

  private static void close(@Nullable View view) {
    if (view != null) {
      view.close();
    }
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      close(open.pollFirst());
    }
  }
}
