package news.cuttings.formats.edition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.cuttings.story.Letters;

/**
 * Tells a line in another language from an English one: by small words where they are known, else
 * by letters, as English writes none but names and a few loans with accents.
 */
final class LanguageGuess {
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "is", "was", "for", "with", "that", "on", "it", "its", "by",
          "has", "have", "are", "from", "after", "at", "his", "her", "their", "this", "be", "an",
          "as", "who");
  private static final Set<String> OTHER =
      Set.of(
          "der", "das", "und", "sie", "mit", "zu", "auf", "ihre", "ihren", "fur", "von", "ist",
          "nicht", "le", "les", "des", "et", "vous", "votre", "pour", "est", "une", "aux", "cette",
          "du", "el", "los", "las", "y", "su", "para", "con", "es", "una", "mas", "de", "la", "il",
          "gli", "e", "per", "tuo", "tua", "di", "che", "sei", "os", "seu", "sua", "voce", "um",
          "uma", "het", "een", "en", "je", "uw", "voor", "van", "bent", "och", "att", "din", "til",
          "og", "ar", "na", "do", "si", "jestes", "z", "ya", "schon", "bereits", "deja", "gia",
          "ja", "al");

  /** What few English sentences are without, beside the words above. */
  private static final Set<String> COMMON =
      Set.of(
          "a", "in", "or", "but", "not", "no", "he", "she", "they", "we", "you", "i", "him", "them",
          "my", "your", "our", "were", "been", "had", "did", "does", "can", "could", "will",
          "would", "may", "must", "should", "what", "when", "where", "which", "why", "how", "there",
          "here", "these", "those", "than", "then", "if", "so", "up", "out", "over", "into",
          "about", "near", "one", "two", "all", "any", "some", "more", "most", "new", "now", "only",
          "says", "said", "never", "nobody", "nothing", "every", "before", "under", "between",
          "against");

  private static final Set<String> LOANS =
      Set.of(
          "café",
          "cafés",
          "cliché",
          "clichés",
          "façade",
          "façades",
          "fiancé",
          "fiancée",
          "naïve",
          "née",
          "né",
          "à",
          "résumé",
          "protégé",
          "protégée",
          "décor",
          "début",
          "entrée",
          "soirée",
          "vis-à-vis",
          "coup-d'état",
          "d'état",
          "déjà",
          "señor",
          "señora",
          "crème",
          "fête",
          "sauté",
          "risqué",
          "passé",
          "exposé",
          "touché",
          "melée",
          "mêlée",
          "cortège",
          "élite");

  private static final int SENTENCE = 60;

  private LanguageGuess() {}

  /** Whether any of the small words of English is there. */
  static boolean isEnglish(List<String> words) {
    return words.stream().anyMatch(ENGLISH::contains);
  }

  /** Whether most sentences of a page are English, those apart in which its site may speak. */
  static boolean isEnglishPage(List<PageLine> lines) {
    Map<String, Boolean> sentences =
        lines.stream()
            .filter(line -> line.text().length() > SENTENCE && line.endsSentence())
            .filter(line -> !line.look().namesSite())
            .filter(line -> line.look().english() || EditionLine.strange(line.text()).isEmpty())
            .collect(Collectors.toMap(PageLine::key, line -> line.look().english(), (a, b) -> a));
    return sentences.values().stream().filter(english -> english).count() * 2 > sentences.size();
  }

  static boolean isForeign(List<String> words) {
    long english = words.stream().filter(ENGLISH::contains).count();
    long other = words.stream().filter(OTHER::contains).count();
    return other >= 2 && other > english * 2;
  }

  /**
   * Whether the line, on a page in English, is in a language that writes letters English has not:
   * another alphabet, or accents in words that are no names, and next to no English word.
   */
  static boolean isStrange(String line) {
    return line.chars().anyMatch(c -> c >= 0x80) && isStrange(line, words(line));
  }

  static boolean isStrange(String line, List<String> words) {
    return line.chars().anyMatch(c -> c >= 0x80)
        && (isOtherAlphabet(line) || (accented(line) > 0 && isMostlyUnknown(words)));
  }

  /** Whether three words or more, none of them a name, hold none of the common English ones. */
  static boolean isUnknown(String line) {
    List<String> words = words(line);
    long lower =
        Letters.words(line).stream().filter(word -> Character.isLowerCase(word.charAt(0))).count();
    return lower >= 3
        && words.stream().noneMatch(word -> ENGLISH.contains(word) || COMMON.contains(word));
  }

  /**
   * Whether at most one in five of the words, of two or more, is one of the common English ones.
   */
  static boolean isHardlyEnglish(String line) {
    List<String> words = words(line);
    return words.size() >= 2 && isMostlyUnknown(words);
  }

  private static boolean isMostlyUnknown(List<String> words) {
    long english =
        words.stream().filter(word -> ENGLISH.contains(word) || COMMON.contains(word)).count();
    return english * 5 <= words.size();
  }

  /** How many words have an accent and are no names: in lower case, or all in capitals. */
  static long accented(String line) {
    return Letters.words(line).stream().filter(LanguageGuess::isAccented).count();
  }

  private static boolean isAccented(String word) {
    if (word.chars().noneMatch(c -> c >= 0x80 && Character.isLetter(c))) {
      return false;
    }
    boolean name = Character.isUpperCase(word.charAt(0)) && !isCapitals(word);
    return !name && !LOANS.contains(bare(word));
  }

  private static boolean isCapitals(String word) {
    return word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static String bare(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && !Character.isLetter(word.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetter(word.charAt(to - 1))) {
      to--;
    }
    return word.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean isOtherAlphabet(String line) {
    int latin = 0;
    int other = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isLetter(c)) {
        if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
          latin++;
        } else {
          other++;
        }
      }
    }
    return other > 0 && other * 2 >= latin;
  }

  /** The words, folded, that the other questions are asked of. */
  static List<String> words(String line) {
    return List.of(Letters.key(line).split(" ", -1));
  }
}
