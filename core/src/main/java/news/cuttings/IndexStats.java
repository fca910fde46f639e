package news.cuttings;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures of an index at a point in time. */
public final class IndexStats {
  private final long stories;
  private final long undated;
  private final long people;
  private final long sources;
  private final long bytes;
  private final int segments;
  private final @Nullable LocalDate first;
  private final @Nullable LocalDate last;
  private final String luceneVersion;

  /** Those figures, as the methods tell them. For use inside the library. */
  public IndexStats(
      long stories,
      long undated,
      long people,
      long sources,
      long bytes,
      int segments,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      String luceneVersion) {
    Objects.requireNonNull(luceneVersion, "luceneVersion");
    this.stories = stories;
    this.undated = undated;
    this.people = people;
    this.sources = sources;
    this.bytes = bytes;
    this.segments = segments;
    this.first = first;
    this.last = last;
    this.luceneVersion = luceneVersion;
  }

  /** Stories. */
  public long stories() {
    return stories;
  }

  /** Stories without a date. */
  public long undated() {
    return undated;
  }

  /** Distinct people. */
  public long people() {
    return people;
  }

  /** Distinct publications. */
  public long sources() {
    return sources;
  }

  /** Bytes on disk or in memory. */
  public long bytes() {
    return bytes;
  }

  /** Lucene's segments. */
  public int segments() {
    return segments;
  }

  /** The earliest day; empty where no story has one. */
  public Optional<LocalDate> first() {
    return Optional.ofNullable(first);
  }

  /** The latest day; empty where no story has one. */
  public Optional<LocalDate> last() {
    return Optional.ofNullable(last);
  }

  /** The version of Lucene that wrote the last commit. */
  public String luceneVersion() {
    return luceneVersion;
  }

  /** The figures by name, for messages: {@code stories 12, undated 3, people 40, …}. */
  @Override
  public String toString() {
    String days = first == null ? "" : ", first " + first + ", last " + last;
    return "stories "
        + stories
        + ", undated "
        + undated
        + days
        + ", people "
        + people
        + ", sources "
        + sources
        + ", bytes "
        + bytes
        + ", segments "
        + segments
        + ", Lucene "
        + luceneVersion;
  }
}
