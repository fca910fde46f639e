package news.cuttings.query;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import news.cuttings.index.Newness;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * A preference for what is new.
 *
 * @param halfLife days in which it halves
 * @param today the day it counts from
 */
record Recency(long halfLife, LocalDate today) {
  /** What a story of today gains, as a share of what the query's words can score together. */
  private static final float SHARE = 0.5f;

  /** Checks. */
  Recency {
    if (halfLife < 1) {
      throw new IllegalArgumentException("the half-life must be a day or more");
    }
    Objects.requireNonNull(today, "today");
  }

  /** What a dated story gains: {@code gain * halfLife / (halfLife + age)}. */
  Query gain(QueryWords words) throws IOException {
    return words.isNone()
        ? new MatchNoDocsQuery("no words, no gain")
        : new Newness((float) (SHARE * words.total()), today.toEpochDay(), halfLife);
  }
}
