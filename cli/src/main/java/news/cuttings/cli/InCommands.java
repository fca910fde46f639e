package news.cuttings.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says with commands what the library says with calls: its messages speak to whoever embeds it, and
 * whoever types wants to know what to type.
 */
final class InCommands {
  /** What the library says to what is said here; {@code @} is where the place of an index goes. */
  private static final Map<String, String> PHRASES = new LinkedHashMap<>();

  static {
    PHRASES.put("Maintenance.check tells how far", "cuttings check@ tells how far");
    PHRASES.put(
        "StoryIndex.open makes one at the first write", "make one with: cuttings index@ PATH");
    PHRASES.put(
        "ClusterIndex.connect makes one at the first write", "make one with: cuttings index@ PATH");
    PHRASES.put(
        "IndexBuilder.forRebuilding and rebuild() mend it", "mend it with: cuttings rebuild@");
    PHRASES.put(
        "ClusterIndex.connectForRebuilding and rebuild() mend it",
        "mend it with: cuttings rebuild@");
    PHRASES.put(
        "IndexBuilder.forRebuilding with those asked for and rebuild() make it anew",
        "make it anew with: cuttings rebuild --options FILE@");
    PHRASES.put(
        "StoryFiles.dates says which", "--dates day-first or --dates month-first says which");
    PHRASES.put("StoryFiles.headlinesOnly files", "--headlines-only files");
    PHRASES.put("StoryFiles.names says where", "--map body=KEY says where");
  }

  private InCommands() {}

  /** What the library says in calls. */
  static Iterable<String> phrases() {
    return PHRASES.keySet();
  }

  /** The message with commands in it, on the usual index. */
  static String said(String message) {
    return said(message, "");
  }

  /**
   * The message with commands in it.
   *
   * @param place the index that was named; empty for the usual one
   */
  static String said(String message, String place) {
    String at = place.isEmpty() ? "" : " --index " + quoted(place);
    String said = message;
    for (Map.Entry<String, String> phrase : PHRASES.entrySet()) {
      said = said.replace(phrase.getKey(), phrase.getValue().replace("@", at));
    }
    return said;
  }

  /** As a shell takes it for one word. */
  private static String quoted(String word) {
    return word.matches("[\\p{IsAlphabetic}\\p{IsDigit}_./:@%+,=-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
