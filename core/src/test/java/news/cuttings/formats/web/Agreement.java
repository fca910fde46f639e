package news.cuttings.formats.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far texts agree with those that people took from the same pages: means over the pages. */
final class Agreement {

  private int pages;
  private double wordF;
  private double precision;
  private double recall;
  private int exact;

  static List<String> words(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    // As Python's \w: letters, digits, numbers; marks are none.
    int start = -1;
    for (int i = 0; i <= folded.length(); ) {
      int c = i < folded.length() ? folded.codePointAt(i) : ' ';
      int type = Character.getType(c);
      boolean word =
          Character.isLetter(c)
              || c == '_'
              || type == Character.DECIMAL_DIGIT_NUMBER
              || type == Character.LETTER_NUMBER
              || type == Character.OTHER_NUMBER;
      if (word && start < 0) {
        start = i;
      } else if (!word && start >= 0) {
        words.add(folded.substring(start, i));
        start = -1;
      }
      i += Character.charCount(c);
    }
    return words;
  }

  /** Adds a page; gives its word F1. */
  double add(String text, GoldPage gold) {
    List<String> a = words(text);
    List<String> b = words(gold.text());
    List<String> t = words(gold.title());
    if (!t.isEmpty() && begins(b, t) && !begins(a, t)) {
      b = b.subList(t.size(), b.size());
    }
    pages++;
    double[] byWord = overlap(a, b);
    double f = f1(byWord[0], byWord[1]);
    wordF += f;
    double[] byShingle = overlap(shingles(a), shingles(b));
    precision += byShingle[0];
    recall += byShingle[1];
    exact += a.equals(b) ? 1 : 0;
    return f;
  }

  double shingleF() {
    return f1(precision / pages, recall / pages);
  }

  double wordF() {
    return wordF / pages;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d pages: word F1 %.4f, shingle F1 %.4f (precision %.4f, recall %.4f), exact %.4f",
        pages,
        wordF(),
        shingleF(),
        precision / pages,
        recall / pages,
        (double) exact / pages);
  }

  private static boolean begins(List<String> words, List<String> with) {
    return words.size() >= with.size() && words.subList(0, with.size()).equals(with);
  }

  private static List<String> shingles(List<String> words) {
    List<String> shingles = new ArrayList<>();
    for (int i = 0; !words.isEmpty() && i < Math.max(1, words.size() - 3); i++) {
      shingles.add(String.join(" ", words.subList(i, Math.min(words.size(), i + 4))));
    }
    return shingles;
  }

  private static double[] overlap(List<String> a, List<String> b) {
    Map<String, Integer> counts = new HashMap<>();
    b.forEach(word -> counts.merge(word, 1, Integer::sum));
    int common = 0;
    for (String word : a) {
      Integer left = counts.get(word);
      if (left != null && left > 0) {
        common++;
        counts.put(word, left - 1);
      }
    }
    return new double[] {
      a.isEmpty() ? (b.isEmpty() ? 1 : 0) : (double) common / a.size(),
      b.isEmpty() ? (a.isEmpty() ? 1 : 0) : (double) common / b.size()
    };
  }

  private static double f1(double p, double r) {
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }
}
