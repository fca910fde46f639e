package news.cuttings.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant who typed what there is not. */
final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /**
   * The nearest first, at most three: those that begin as was typed, and those of which at most a
   * third of the letters is to be changed.
   */
  static List<String> to(String typed, Collection<String> known) {
    String wanted = bare(typed);
    int most = wanted.length() < 2 ? 0 : Math.max(1, wanted.length() / 3);
    return known.stream()
        .filter(name -> distance(wanted, bare(name), most) <= most)
        .sorted(Comparator.comparingInt((String name) -> distance(wanted, bare(name), most)))
        .limit(MOST)
        .toList();
  }

  /** {@code ; do you mean search?} — nothing where there is nothing near. */
  static String asked(List<String> nearest) {
    return nearest.isEmpty() ? "" : "; do you mean " + Text.listed(nearest, "or") + "?";
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "");
  }

  /**
   * Letters to put in, take out, change, or swap with the next; 1 where one begins as the other.
   */
  private static int distance(String typed, String name, int most) {
    boolean begins = typed.length() > 2 && name.startsWith(typed);
    return begins ? Math.min(1, most) : distance(typed, name);
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
        boolean isSwap =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (isSwap) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
