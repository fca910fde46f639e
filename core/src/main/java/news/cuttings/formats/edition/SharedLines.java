package news.cuttings.formats.edition;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The short lines with which several pages of a file begin or end: what different stories have
 * about them is the site's. Two copies of one page share everything, and tell nothing.
 */
final class SharedLines {
  private static final int EDGE = 12;
  private static final int LONGEST = 60;

  private SharedLines() {}

  /** The keys of these lines. */
  static Set<String> of(List<List<PageLine>> pages) {
    Map<String, Set<String>> stories = new HashMap<>();
    for (List<PageLine> page : pages) {
      String story = story(page);
      for (String key : edges(page)) {
        stories.computeIfAbsent(key, k -> new HashSet<>()).add(story);
      }
    }
    return stories.entrySet().stream()
        .filter(line -> line.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String story(List<PageLine> page) {
    return page.stream()
        .max(Comparator.comparingInt(line -> line.text().length()))
        .map(PageLine::key)
        .orElse("");
  }

  private static Set<String> edges(List<PageLine> page) {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < page.size(); i++) {
      PageLine line = page.get(i);
      boolean edge = i < EDGE || i >= page.size() - EDGE;
      if (edge && line.text().length() <= LONGEST && !line.endsSentence()) {
        keys.add(line.key());
      }
    }
    return keys;
  }
}
