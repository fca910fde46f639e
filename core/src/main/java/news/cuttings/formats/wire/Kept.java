package news.cuttings.formats.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/** What a file says besides, as a story keeps it and gives it back. */
final class Kept {
  private final Map<String, String> values = new LinkedHashMap<>();

  /** Keeps it, unless it is blank. */
  void add(String key, String text) {
    if (!text.isBlank()) {
      StringBuilder json = new StringBuilder("\"");
      JsonStringEncoder.getInstance().quoteAsString(text, json);
      values.put(key, json.append('"').toString());
    }
  }

  /** Keys with their values as JSON. */
  Map<String, String> values() {
    return values;
  }
}
