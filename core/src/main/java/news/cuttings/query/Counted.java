package news.cuttings.query;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Predicate;

/** Rows of counts. Immutable. */
public final class Counted<T> extends AbstractList<T> {
  private final List<T> rows;
  private final boolean partial;

  /** Those rows, of all stories or of those met until the query's time was over. */
  Counted(List<T> rows, boolean partial) {
    this.rows = List.copyOf(rows);
    this.partial = partial;
  }

  /** Whether the query's time was over before every story was counted. */
  public boolean isPartial() {
    return partial;
  }

  /** The first of those that are wanted, at most so many. */
  public Counted<T> only(Predicate<? super T> wanted, int limit) {
    return new Counted<>(rows.stream().filter(wanted).limit(limit).toList(), partial);
  }

  @Override
  public T get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
