package news.cuttings.story;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a story was read from: file, entry of an archive, line, and the page it shared with others.
 */
public final class Origin {
  private final String file;
  private final @Nullable String entry;
  private final long line;
  private final long page;

  private Origin(String file, @Nullable String entry, long line, long page) {
    if (line < 0 || page < 0) {
      throw new IllegalArgumentException(
          "line and page must be >= 0, got line " + line + ", page " + page);
    }
    this.file = Objects.requireNonNull(file, "file");
    this.entry = entry;
    this.line = line;
    this.page = page;
  }

  /**
   * A story of its own.
   *
   * @param file the path as given, or {@code -} for standard input
   * @param entry the entry of the archive, or null where the file is none
   * @param line the line the story begins at, from 1; 0 where unknown
   */
  public static Origin of(String file, @Nullable String entry, long line) {
    return new Origin(file, entry, line, 0);
  }

  /** This place, on the page that begins at that line (from 1) and holds other stories too. */
  public Origin onPage(long pageLine) {
    return new Origin(file, entry, line, pageLine);
  }

  /** The path as given, or {@code -} for standard input. */
  public String file() {
    return file;
  }

  /** The entry of the archive; empty where the file is none. */
  public Optional<String> entry() {
    return Optional.ofNullable(entry);
  }

  /** The line the story begins at, from 1; 0 where unknown. */
  public long line() {
    return line;
  }

  /** The line that the story's page begins at, from 1; 0 where it shares a page with no other. */
  public long page() {
    return page;
  }

  /**
   * The key that a page's stories have in common; empty for a story that shares a page with no
   * other.
   */
  public Optional<String> pageKey() {
    return page == 0
        ? Optional.empty()
        : Optional.of(file + "!" + (entry == null ? "" : entry) + "#" + page);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Origin o
        && file.equals(o.file)
        && Objects.equals(entry, o.entry)
        && line == o.line
        && page == o.page;
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, entry, line, page);
  }

  /** As one would say it: {@code pages.zip!guardian.txt:12}. */
  @Override
  public String toString() {
    return file + (entry == null ? "" : "!" + entry) + (line == 0 ? "" : ":" + line);
  }
}
