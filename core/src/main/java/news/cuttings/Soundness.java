package news.cuttings;

import java.util.List;
import java.util.Objects;

/**
 * Whether an index is sound, read byte by byte.
 *
 * @param stories stories that were read back
 * @param segments Lucene's segments
 * @param problems a sentence for each fault found; empty where the index is sound
 */
public record Soundness(long stories, int segments, List<String> problems) {
  /** Copies the problems. */
  public Soundness {
    Objects.requireNonNull(problems, "problems");
    problems = List.copyOf(problems);
  }

  /** Whether no fault was found. */
  public boolean isSound() {
    return problems.isEmpty();
  }
}
