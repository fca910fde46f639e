package news.cuttings.query;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A preference for what is new.
 *
 * @param halfLife days in which it halves
 * @param today the day it counts from
 */
public record Recency(long halfLife, LocalDate today) {
  /** Checks. */
  public Recency {
    if (halfLife < 1) {
      throw new IllegalArgumentException("the half-life must be a day or more");
    }
    Objects.requireNonNull(today, "today");
  }
}
