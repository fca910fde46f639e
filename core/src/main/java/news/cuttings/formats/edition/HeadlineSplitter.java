package news.cuttings.formats.edition;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.cuttings.story.Letters;

/**
 * Parts a headline from the text that copying glued to it: {@code …trickiest challengeThe champions
 * struggling…}, {@code COPING WITH LONELINESS Being alone in a crowd …}.
 */
final class HeadlineSplitter {
  private static final Set<String> OPENERS =
      Set.of(
          "the", "a", "an", "after", "as", "at", "it", "its", "in", "but", "when", "with", "he",
          "she", "they", "his", "her", "there", "this", "that", "for", "from", "on", "how", "why",
          "what", "one", "two", "some", "many", "more", "no", "we", "if", "by", "all", "despite",
          "while");
  private static final int SHORTEST = 15;
  private static final int LONGEST_OPENER = 7;

  private HeadlineSplitter() {}

  /** The line, in two where text is glued to a headline. */
  static List<PageLine> parted(PageLine line) {
    int at = seam(line.text());
    return at < 0
        ? List.of(line)
        : List.of(
            new PageLine(line.text().substring(0, at).strip(), line.number(), line.blanks()),
            new PageLine(line.text().substring(at).strip(), line.number(), 0));
  }

  /** Whether the rest of a line that was parted goes on in the next line. */
  static boolean goesOn(PageLine headline, PageLine rest, PageLine next) {
    return headline.number() == rest.number()
        && !rest.endsSentence()
        && Character.isLowerCase(next.text().charAt(0));
  }

  static PageLine joined(PageLine rest, PageLine next) {
    return new PageLine(rest.text() + " " + next.text(), rest.number(), rest.blanks());
  }

  /** Where the second text begins; -1 where the line is one. */
  private static int seam(String line) {
    for (int i = SHORTEST; i + SHORTEST < line.length(); i++) {
      if (Character.isUpperCase(line.charAt(i)) && isGlued(line, i)) {
        return i;
      }
    }
    return capitalsEnd(line);
  }

  private static boolean isGlued(String line, int at) {
    char before = line.charAt(at - 1);
    if (Character.isLowerCase(before) || Character.isDigit(before)) {
      int far = Math.min(line.length(), at + LONGEST_OPENER + 1);
      int end = line.indexOf(' ', at, far);
      return OPENERS.contains(Letters.fold(line.substring(at, end < 0 ? far : end)));
    }
    return (before == '?' || before == '!') && Character.isLetter(line.charAt(at - 2));
  }

  /** Where a headline in capitals ends and a sentence begins. */
  private static int capitalsEnd(String line) {
    int space = line.indexOf(' ');
    if (space < 0 || !isCapitals(line.substring(0, space))) {
      return -1;
    }
    List<String> words = Letters.words(line);
    int capitals = 0;
    int at = 0;
    while (capitals < words.size() && isCapitals(words.get(capitals))) {
      at += words.get(capitals++).length() + 1;
    }
    if (capitals > 1 && words.get(capitals - 1).length() == 1) {
      at -= 2; // "… LONELINESS A crowd": the article opens the sentence
      capitals--;
    }
    boolean sentence = words.size() - capitals >= 4 && at < line.length();
    return capitals >= 3 && sentence && Character.isUpperCase(line.charAt(at)) ? at : -1;
  }

  private static boolean isCapitals(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT));
  }
}
