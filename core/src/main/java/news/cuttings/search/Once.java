package news.cuttings.search;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes something when it is first asked for, and not again. Safe for use by many threads. */
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> making;
  private @Nullable T made;

  public Once(Supplier<T> making) {
    this.making = making;
  }

  @Override
  public synchronized T get() {
    T known = made;
    if (known == null) {
      known = making.get();
      made = known;
    }
    return known;
  }
}
