package news.cuttings.formats;

import java.util.Objects;
import news.cuttings.story.Origin;

/**
 * What was wrong with a piece of input, and where.
 *
 * @param where file, entry and line
 * @param kind a word or two that problems of one sort have in common, for counting: {@code bad
 *     JSON}
 * @param message a sentence that says what was wrong and, where it helps, what to do
 */
public record Problem(Origin where, String kind, String message) {
  /** Checks for absence. */
  public Problem {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }

  /** The place and the message: {@code news.jsonl:17: not valid JSON: …}. */
  @Override
  public String toString() {
    return where + ": " + message;
  }
}
