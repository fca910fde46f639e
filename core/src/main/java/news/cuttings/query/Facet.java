package news.cuttings.query;

import java.util.Objects;

/**
 * A value that matching stories have, and how many of them have it.
 *
 * @param value a person's name, a label as written, or a month as {@code 2023-12}
 * @param stories how many, exactly
 */
public record Facet(String value, long stories) {
  /** Checks for absence. */
  public Facet {
    Objects.requireNonNull(value, "value");
  }
}
