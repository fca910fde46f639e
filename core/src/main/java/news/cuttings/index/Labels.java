package news.cuttings.index;

import java.util.List;
import news.cuttings.story.Letters;

/**
 * The analysis of names and labels: folded words, not stemmed, so that Gomes stays Gomes. The same
 * for index and query.
 */
public final class Labels {
  private static final int LONGEST_WORD = 255;

  private Labels() {}

  /** The words of a name or label; none where it has neither letter nor digit. */
  public static List<String> words(String label) {
    return Letters.words(Letters.nameKey(label)).stream()
        .map(word -> cut(word, LONGEST_WORD))
        .toList();
  }

  /** What a person is filed under: {@code alicia barcena}. Never empty. */
  public static String personKey(String name) {
    String key = Letters.nameKey(name);
    return cut(key.isEmpty() ? name : key, Schema.MAX_LABEL);
  }

  /** The term of a page. */
  public static String page(String key) {
    return cut(key, Schema.MAX_LABEL);
  }

  /** The label without what is beyond the bound. */
  static String cut(String label, int length) {
    if (label.length() <= length) {
      return label;
    }
    return label.substring(
        0, Character.isHighSurrogate(label.charAt(length - 1)) ? length - 1 : length);
  }
}
