package news.cuttings.bench.corpora;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.story.Story;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** The words of a corpus as they are written, in lower case, and in how many stories each is. */
final class Vocabulary {
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,20}");

  private final Map<String, Integer> counts = new HashMap<>();

  /** Words that everybody leaves out, or nobody would search for. */
  static boolean isCommon(String word) {
    return EnglishAnalyzer.getDefaultStopSet().contains(word);
  }

  /** The text's words in order, function words left out. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher found = WORD.matcher(text);
    while (found.find()) {
      String word = found.group().toLowerCase(Locale.ROOT);
      if (!isCommon(word)) {
        words.add(word);
      }
    }
    return words;
  }

  void add(Story story) {
    Set<String> words = new HashSet<>(words(story.headline().orElse("")));
    words.addAll(words(story.body()));
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
  }

  /** In how many stories the word is. */
  int count(String word) {
    return counts.getOrDefault(word, 0);
  }

  /**
   * The words that are in two stories or more, from the most frequent on, whose postings lie
   * between those shares of all.
   */
  List<String> between(double from, double to) {
    List<String> words = new ArrayList<>();
    counts.forEach((word, count) -> {
      if (count > 1) {
        words.add(word);
      }
    });
    words.sort((a, b) -> count(a) != count(b) ? count(b) - count(a) : a.compareTo(b));
    double all = words.stream().mapToLong(this::count).sum();
    List<String> found = new ArrayList<>();
    double sum = 0;
    for (String word : words) {
      if (sum >= from * all && sum < to * all) {
        found.add(word);
      }
      sum += count(word);
    }
    return found;
  }
}
