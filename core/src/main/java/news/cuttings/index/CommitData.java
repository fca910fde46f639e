package news.cuttings.index;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** The file of what was learnt of the words; absent where nothing was. See {@link WordFiles}. */
  public static final String WORDS = "cuttings.words";

  /** How long a view of the index can be gone on with after the next. */
  public static final Duration KEPT = Duration.ofMinutes(10);

  /** When it was made, in milliseconds since 1970. */
  private static final String MILLIS = "cuttings.millis";

  private static final String PEOPLE_VERSION = "1";

  private CommitData() {}

  static Map<String, String> at(long millis, String lucene, @Nullable String words) {
    Map<String, String> data = new HashMap<>();
    data.put(MILLIS, Long.toString(millis));
    data.put(SCHEMA, Integer.toString(Schema.VERSION));
    data.put(ANALYSIS, Integer.toString(Schema.ANALYSIS));
    data.put(PEOPLE, PEOPLE_VERSION);
    data.put(LUCENE, lucene);
    if (words != null) {
      data.put(WORDS, words);
    }
    return data;
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
