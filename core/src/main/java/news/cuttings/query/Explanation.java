package news.cuttings.query;

import java.util.List;
import java.util.Objects;

/**
 * How a hit's score came about: its parts add up to it.
 *
 * @param parts the clauses of the query that the story matches, as written
 */
public record Explanation(List<Part> parts) {

  /**
   * A clause's share.
   *
   * @param what the clause in words
   * @param score what it adds
   * @param because how often it is where in the story, and in how many stories
   */
  public record Part(String what, double score, String because) {
    /** Checks for absence. */
    public Part {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(because, "because");
    }
  }

  /** Copies the parts. */
  public Explanation {
    Objects.requireNonNull(parts, "parts");
    parts = List.copyOf(parts);
  }
}
