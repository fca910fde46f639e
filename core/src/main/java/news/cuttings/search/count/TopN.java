package news.cuttings.search.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/** The rows with the most stories, of equals those that came first; keeps no others. */
final class TopN<T> {
  private final int limit;
  private final PriorityQueue<Row<T>> least;
  private int came;

  private record Row<T>(T row, long stories, int place) {}

  private final ToLongFunction<T> stories;

  /**
   * @param limit at most so many
   * @param stories of a row
   */
  TopN(int limit, ToLongFunction<T> stories) {
    this.limit = limit;
    this.stories = stories;
    least = new PriorityQueue<>(order().reversed());
  }

  private Comparator<Row<T>> order() {
    return Comparator.<Row<T>>comparingLong(Row::stories).reversed().thenComparingInt(Row::place);
  }

  /** Whether a row with so many stories would be kept, were it added now. */
  boolean takes(long count) {
    return limit > 0 && (least.size() < limit || least.element().stories() < count);
  }

  void add(T row) {
    if (takes(stories.applyAsLong(row))) {
      least.add(new Row<>(row, stories.applyAsLong(row), came++));
      if (least.size() > limit) {
        least.remove();
      }
    }
  }

  /** Those with the most first. */
  List<T> list() {
    List<Row<T>> rows = new ArrayList<>(least);
    rows.sort(order());
    return rows.stream().map(Row::row).toList();
  }
}
