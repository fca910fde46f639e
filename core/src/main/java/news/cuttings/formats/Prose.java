package news.cuttings.formats;

import java.util.List;
import java.util.function.Predicate;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.Sentences;
import news.cuttings.story.Letters;

/**
 * Tells text from tables that carry the name of a text: judgements, queries, columns of numbers.
 *
 * <p>The rule: a file is a table if every line has half its words in digits; or if every line has
 * the same number of cells, two at least, with tabs between; or if each of three lines or more
 * opens with a number or an identifier and none ends a sentence. One line that is otherwise, such
 * as the headline over a newspaper's results, makes it text.
 */
final class Prose {
  private static final int LOOKED_AT = 200;
  private static final int FEWEST_ENTRIES = 3;

  private Prose() {}

  /** Whether a text that begins so is no table. */
  static boolean isIn(Sample sample) {
    List<String> lines =
        sample.lines().stream().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
    return lines.isEmpty() || !(all(lines, Prose::isRow) || hasCells(lines) || isNumbered(lines));
  }

  private static boolean all(List<String> lines, Predicate<String> test) {
    return lines.stream().allMatch(test);
  }

  private static boolean isRow(String line) {
    List<String> words = Letters.words(line);
    return words.stream().filter(Prose::isCode).count() * 2 >= words.size();
  }

  private static boolean isCode(String word) {
    return word.chars().anyMatch(Character::isDigit) || word.chars().noneMatch(Character::isLetter);
  }

  private static boolean hasCells(List<String> lines) {
    long cells = cells(lines.getFirst());
    return lines.size() > 1 && cells > 1 && all(lines, line -> cells(line) == cells);
  }

  private static long cells(String line) {
    return line.strip().chars().filter(c -> c == '\t').count() + 1;
  }

  private static boolean isNumbered(List<String> lines) {
    return lines.size() >= FEWEST_ENTRIES
        && all(lines, line -> isCode(Letters.words(line).getFirst()) && !isSentence(line));
  }

  private static boolean isSentence(String line) {
    String bare = Sentences.withoutClosing(line.strip());
    return !bare.isEmpty() && ".!?…".indexOf(bare.charAt(bare.length() - 1)) >= 0;
  }
}
