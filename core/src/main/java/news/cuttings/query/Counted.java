package news.cuttings.query;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import news.cuttings.query.Results.Warning;

/** Rows of counts. Immutable. */
public final class Counted<T> extends AbstractList<T> {
  private final List<T> rows;
  private final String interpretation;
  private final List<Warning> warnings;
  private final Words words;
  private final boolean partial;

  /**
   * Those rows, whole.
   *
   * @param interpretation of which stories, in words
   * @param warnings what could not be used as written, and what was done instead
   * @param words which of the query's words the stories have
   */
  public Counted(List<T> rows, String interpretation, List<Warning> warnings, Words words) {
    this(rows, interpretation, warnings, words, false);
  }

  private Counted(
      List<T> rows, String interpretation, List<Warning> warnings, Words words, boolean partial) {
    this.rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
    this.interpretation = Objects.requireNonNull(interpretation, "interpretation");
    this.warnings = List.copyOf(Objects.requireNonNull(warnings, "warnings"));
    this.words = Objects.requireNonNull(words, "words");
    this.partial = partial;
  }

  /** Gives these rows as what was met until the time was over. */
  public Counted<T> asPartial() {
    return new Counted<>(rows, interpretation, warnings, words, true);
  }

  /** Gives these rows with those warnings too. */
  public Counted<T> warning(List<Warning> more) {
    Objects.requireNonNull(more, "more");
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new Counted<>(rows, interpretation, all, words, partial);
  }

  /** Which stories were counted, in words. */
  public String interpretation() {
    return interpretation;
  }

  /** What could not be used as written, and what was done instead. */
  public List<Warning> warnings() {
    return warnings;
  }

  /** Which of the query's words the stories have that were counted. */
  public Words words() {
    return words;
  }

  /** Whether the query's time was over before every story was counted. */
  public boolean isPartial() {
    return partial;
  }

  /** The first of those that are wanted, at most so many. */
  public Counted<T> only(Predicate<? super T> wanted, int limit) {
    Objects.requireNonNull(wanted, "wanted");
    List<T> kept = rows.stream().filter(wanted).limit(limit).toList();
    return new Counted<>(kept, interpretation, warnings, words, partial);
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
