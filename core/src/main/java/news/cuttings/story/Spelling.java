package news.cuttings.story;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How far two spellings are apart: letters added, dropped, changed, or swapped with the next. */
public final class Spelling {
  private Spelling() {}

  /**
   * The nearest of the words, at most two letters away and nearer than any other spelling would be.
   */
  public static Optional<String> nearest(String word, List<String> words) {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(words, "words");
    String best = null;
    int least = word.length() > 4 ? 3 : 2;
    for (String candidate : words) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The distance of F. Damerau, 1964, without edits between swapped letters. */
  public static int distance(String a, String b) {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    int[] twoBack = new int[b.length() + 1];
    int[] back = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      back[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], back[j]) + 1, back[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], twoBack[j - 2] + 1);
        }
      }
      int[] free = twoBack;
      twoBack = back;
      back = row;
      row = free;
    }
    return back[b.length()];
  }
}
