package news.cuttings.formats.edition;

import java.util.List;
import java.util.Set;
import news.cuttings.formats.io.Sentences;
import news.cuttings.story.Letters;

/**
 * How unlike a headline, or unlike a sentence of a story, a line looks: 0 for one that might be
 * nothing else, about 1 for a doubtful one, 2 and more for one that hardly can be.
 */
final class HeadlineHeuristics {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "u.s.", "u.k.", "u.n.", "e.u.", "inc.", "co.", "ltd.", "jr.", "sr.", "st.", "no.", "a.m.",
          "p.m.");

  private static final Set<String> SMALL =
      Set.of(
          "the", "a", "an", "is", "are", "was", "were", "has", "have", "had", "it", "that", "which",
          "who", "they", "their", "his", "her", "its", "been", "be", "and", "we", "he", "she",
          "will");

  private static final int MANY = 4;

  private HeadlineHeuristics() {}

  static double unlikeHeadline(String line) {
    double cost = 0;
    String bare = Sentences.withoutClosing(line);
    if (bare.endsWith("...") || bare.endsWith("…")) {
      cost += 1;
    } else if (bare.endsWith(".") && !endsInAbbreviation(bare)) {
      cost += 2;
    } else if (bare.endsWith(",") || bare.endsWith(";") || bare.endsWith(":")) {
      cost += 1;
    }
    int length = line.length();
    cost += length <= 90 ? 0 : length <= 120 ? 0.5 : length <= 160 ? 1.2 : 2.5;
    if (Character.isLowerCase(line.charAt(0))) {
      cost += 1;
    }
    return cost + (hasSecondSentence(line) ? 0.7 : 0);
  }

  /**
   * How unlike a standfirst the line looks.
   *
   * @param stops whether those around it end with a full stop
   */
  static double unlikeSentence(String line, boolean stops) {
    double cost = 0;
    int length = line.length();
    String bare = Sentences.withoutClosing(line);
    boolean stopped = bare.endsWith(".") || bare.endsWith("…");
    if (!stopped) {
      boolean asks = bare.endsWith("?") || bare.endsWith("!");
      double open = length > 90 ? 0.6 : length > 70 ? 0.9 : 1.2;
      cost += asks ? 0.3 : stops ? open : open / 2;
      cost += isTitleCase(line) ? 1 : 0;
      cost -= smallWords(line) >= MANY ? 0.4 : 0;
    }
    return cost + (length < 30 ? 1 : length < 50 ? 0.5 : 0) * (stopped ? 0.5 : 1);
  }

  private static boolean endsInAbbreviation(String line) {
    int space = line.lastIndexOf(' ');
    return ABBREVIATIONS.contains(Letters.fold(line.substring(space + 1)));
  }

  private static boolean hasSecondSentence(String line) {
    int at = line.indexOf(". ");
    return at > 20 && at + 2 < line.length() && Character.isUpperCase(line.charAt(at + 2));
  }

  /** Headlines leave out the articles and auxiliaries that sentences have. */
  private static long smallWords(String line) {
    return Letters.words(Letters.fold(line)).stream().filter(SMALL::contains).count();
  }

  /** Whether most of the longer words begin with a capital, as in American headlines. */
  static boolean isTitleCase(String line) {
    List<String> words = Letters.words(line).stream().filter(w -> w.length() > 3).toList();
    long capitals = words.stream().filter(w -> Character.isUpperCase(w.charAt(0))).count();
    return words.size() >= 3 && capitals * 10 >= words.size() * 8L;
  }
}
