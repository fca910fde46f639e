package news.cuttings.bench.corpora;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question. Immutable.
 *
 * @param shape what is asked
 * @param text words parted by spaces, a name, or the id of a story
 * @param since the first day; null where days do not matter
 * @param until the last day, inclusive; null likewise
 */
public record Task(Shape shape, String text, @Nullable LocalDate since, @Nullable LocalDate until) {

  /** Wants shape and text. */
  public Task {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(text, "text");
  }

  /** Without days. */
  public static Task of(Shape shape, String text) {
    return new Task(shape, text, null, null);
  }

  /** The first day. */
  public Optional<LocalDate> from() {
    return Optional.ofNullable(since);
  }

  /** The last day. */
  public Optional<LocalDate> to() {
    return Optional.ofNullable(until);
  }
}
