package news.cuttings.index;

import java.time.Duration;
import java.util.Map;

/** What a commit says of itself, so that a reader knows whether it can read it. */
public final class CommitData {
  /** The version of the fields. */
  public static final String SCHEMA = "cuttings.schema";

  /** The version of the analysis. */
  public static final String ANALYSIS = "cuttings.analysis";

  /** The version of the people's recogniser: for information. */
  public static final String PEOPLE = "cuttings.people";

  /** The version of Lucene that wrote: for information. */
  public static final String LUCENE = "cuttings.lucene";

  /** How long a view of the index can be gone on with after the next. */
  public static final Duration KEPT = Duration.ofMinutes(10);

  /** When it was made, in milliseconds since 1970. */
  private static final String MILLIS = "cuttings.millis";

  /** The options of ranking, as in a file. */
  private static final String RANKING = "cuttings.ranking";

  private static final String PEOPLE_VERSION = "1";

  private CommitData() {}

  static Map<String, String> at(long millis, String lucene, RankingOptions ranking) {
    return Map.of(
        MILLIS,
        Long.toString(millis),
        SCHEMA,
        Integer.toString(Schema.VERSION),
        ANALYSIS,
        Integer.toString(Schema.ANALYSIS),
        PEOPLE,
        PEOPLE_VERSION,
        LUCENE,
        lucene,
        RANKING,
        ranking.toString());
  }

  /**
   * The options of ranking that it was written with.
   *
   * @throws IllegalArgumentException where this release does not know them
   */
  public static RankingOptions ranking(Map<String, String> data) {
    return RankingOptions.parse(data.getOrDefault(RANKING, ""));
  }

  /** When the commit was made, in milliseconds since 1970; 0 where it does not say. */
  static long millis(Map<String, String> data) {
    try {
      return Long.parseLong(data.getOrDefault(MILLIS, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
