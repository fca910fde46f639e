package news.cuttings.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes a line that says who wrote a story apart into its authors.
 *
 * <p>Semicolons and bars part authors always. Commas and words like {@code and} do only where what
 * stands at their sides is certainly a name each, of two words at least: {@code Lee, Ann} is one
 * person, so is {@code Ann Lee, Reuters}, and {@code Department of Health and Care} is none.
 */
final class Authors {
  private static final Pattern ALWAYS = Pattern.compile("\\s*[;|•·\\n\\t、；]\\s*|\\s+/\\s+");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern AND =
      Pattern.compile(
          "\\s*,?\\s+(?:and|with|&|\\+|und|et|y|e|i|og|och|en|ja|und|ve|и|και)\\s+",
          Pattern.CASE_INSENSITIVE);

  /** What stands before whoever wrote it. */
  private static final Pattern BY =
      Pattern.compile("\\s*(?:by|von|par|por|door|av|af)\\b:?\\s*", Pattern.CASE_INSENSITIVE);

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "do", "dos", "das", "di", "del", "della", "der", "den", "du", "la", "le",
          "van", "von", "zu", "al", "el", "bin", "ibn", "ter", "ten", "af", "av");

  /** Words of a job, a newspaper or an office: with one of these it is no name. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "the",
          "a",
          "an",
          "desk",
          "staff",
          "editor",
          "editors",
          "correspondent",
          "correspondents",
          "reporter",
          "reporters",
          "writer",
          "writers",
          "agencies",
          "agency",
          "news",
          "press",
          "service",
          "services",
          "team",
          "bureau",
          "chief",
          "senior",
          "political",
          "special",
          "department",
          "ministry",
          "office",
          "of",
          "in",
          "for",
          "by");

  private static final int MOST_WORDS = 5;

  private Authors() {}

  /** The authors, in their order; a line that is one name, or cannot be told, as it is. */
  static List<String> of(String line) {
    return ALWAYS
        .splitAsStream(line)
        .map(Authors::bare)
        .flatMap(Authors::joined)
        .map(Letters::squeeze)
        .filter(author -> !author.isEmpty())
        .toList();
  }

  /** Without {@code By}, where a name of two words follows: {@code Von Trapp} is one. */
  private static String bare(String line) {
    Matcher by = BY.matcher(line);
    String rest = by.lookingAt() ? line.substring(by.end()) : line;
    return beginsWithName(rest) ? rest : line;
  }

  private static Stream<String> joined(String line) {
    List<String> sides = AND.splitAsStream(line).toList();
    List<String> authors = new ArrayList<>();
    if (sides.size() > 1 && sides.stream().allMatch(Authors::beginsWithName)) {
      sides.forEach(side -> authors.addAll(listed(side)));
      return authors.stream();
    }
    return listed(line).stream();
  }

  private static List<String> listed(String line) {
    List<String> parts = COMMA.splitAsStream(line).filter(part -> !part.isEmpty()).toList();
    return parts.size() > 1 && parts.stream().allMatch(Authors::isName) ? parts : List.of(line);
  }

  private static boolean beginsWithName(String text) {
    List<String> words = Letters.words(COMMA.split(text, 2)[0]);
    int capitals = 0;
    for (String word : words) {
      if (isNamed(word)) {
        capitals++;
      } else if (capitals == 0 || !PARTICLES.contains(word)) {
        break;
      }
    }
    return capitals > 1;
  }

  private static boolean isName(String text) {
    List<String> words = Letters.words(text);
    return words.size() <= MOST_WORDS
        && words.stream().allMatch(word -> isNamed(word) || PARTICLES.contains(word))
        && beginsWithName(text);
  }

  private static boolean isNamed(String word) {
    int first = word.codePointAt(0);
    return Character.isLetter(first)
        && !Character.isLowerCase(first)
        && !NO_NAMES.contains(word.toLowerCase(Locale.ROOT));
  }
}
