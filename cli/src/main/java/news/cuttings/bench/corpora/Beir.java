package news.cuttings.bench.corpora;

import java.util.Map;

/** The keys of BEIR's JSON (N. Thakur and others, "BEIR", 2021): {@code _id, title, text}. */
final class Beir {
  /** Their keys to ours. */
  static final Map<String, String> NAMES = Map.of("_id", "id", "title", "headline", "text", "body");

  private Beir() {}

  /** Our key for theirs. */
  static String ours(String key) {
    return NAMES.getOrDefault(key, key);
  }
}
