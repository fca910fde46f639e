package news.cuttings.index;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import news.cuttings.ranking.RankingOptions;
import org.apache.lucene.index.IndexWriter;

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

  /** The index's own name, given when it is made and kept by its copies. */
  public static final String ID = "cuttings.id";

  /**
   * Once named a file of words that went with the commit; it is removed with the last that names
   * it.
   */
  static final String WORDS = "cuttings.words";

  /** How such files' names begin. */
  static final String WORDS_FILE = "cuttings.words-";

  /** How long a view of the index can be gone on with after the next. */
  public static final Duration KEPT = Duration.ofMinutes(10);

  /** When it was made by this machine's clock, in milliseconds since 1970: for information. */
  private static final String MILLIS = "cuttings.millis";

  /** The options of ranking, as in a file. */
  public static final String RANKING = "cuttings.ranking";

  private static final String PEOPLE_VERSION = "1";

  private CommitData() {}

  static Map<String, String> at(String id, long millis, String lucene, RankingOptions ranking) {
    Map<String, String> data = new HashMap<>();
    data.put(ID, id);
    data.put(MILLIS, Long.toString(millis));
    data.put(SCHEMA, Integer.toString(Schema.VERSION));
    data.put(ANALYSIS, Integer.toString(Schema.ANALYSIS));
    data.put(PEOPLE, PEOPLE_VERSION);
    data.put(LUCENE, lucene);
    data.put(RANKING, ranking.toString());
    return data;
  }

  /**
   * The options of ranking that it was written with.
   *
   * @throws IllegalArgumentException where this release does not know them
   */
  public static RankingOptions ranking(Map<String, String> data) {
    return RankingOptions.parse(data.getOrDefault(RANKING, ""));
  }

  /** What the writer's last commit says; empty where there is none. */
  static Map<String, String> last(IndexWriter writer) {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> last = writer.getLiveCommitData();
    if (last != null) {
      last.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
  }

  /** The index's own name; a new one where it has none. */
  static String id(Map<String, String> data) {
    String id = data.get(ID);
    return id == null ? UUID.randomUUID().toString() : id;
  }
}
