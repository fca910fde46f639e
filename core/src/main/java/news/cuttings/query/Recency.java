package news.cuttings.query;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A preference for what is new.
 *
 * @param halfLifeDays days in which it halves
 * @param today the day it counts from
 */
public record Recency(int halfLifeDays, LocalDate today) {
  /** Checks. */
  public Recency {
    if (halfLifeDays < 1) {
      throw new IllegalArgumentException(
          "the half-life must be a day or more, got " + halfLifeDays);
    }
    Objects.requireNonNull(today, "today");
  }
}
