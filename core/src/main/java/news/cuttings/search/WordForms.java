package news.cuttings.search;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.cuttings.index.TextAnalysis;
import news.cuttings.story.Spelling;

/**
 * Finds the stems of words that are typed in part or misspelt: the index has stems only, and {@code
 * migratio*} or {@code migratoin~} is like none. Goes by the endings that the stemmer takes off;
 * what it gives is bounded and costs some microseconds.
 */
final class WordForms {
  /** No more stems are thought of for a misspelt word. */
  static final int MOST_MISSPELT = 5;

  /** A shorter stem is like too many words. */
  private static final int SHORTEST_STEM = 3;

  private static final List<String> ENDINGS =
      List.of(
          ("s es ed er ers or ors ing ings ingly ion ions ional ionally ation ations ational ator"
                  + " ators ly ally ily ies ied ier iers iest est y ity ities ality ness ment ments"
                  + " ful fully fulness less able ables ably ible ibly bly al als ial ially ically"
                  + " ism isms ist ists istic istics ive ives ively iveness iviti ous ously ousness"
                  + " ance ances ence ences ent ents ently ency encies ancy ancies ant ants ic ics"
                  + " icate iciti ize izes ized izer izers izing ization izations ise ises ised"
                  + " ising isation isations ology ological ologist ologists ogist ogists ate ates"
                  + " ated ating ative ion e eed eedly edly li")
              .split(" "));

  /**
   * Endings that, put whole behind a beginning, may take some of it off. All others find no further
   * stem; so it is for every beginning of 12,000 words of a newspaper.
   */
  private static final List<String> WHOLE =
      List.of("s", "ed", "ity", "ly", "ness", "ful", "ionally");

  private final TextAnalysis analysis;

  WordForms(TextAnalysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Stems of words that begin so, where the stem does not: {@code migratio} may go on to {@code
   * migrations}, whose stem is {@code migrat}.
   */
  Set<String> stemsOf(String beginning) {
    Set<String> stems = new LinkedHashSet<>();
    addStem(beginning, beginning, stems);
    WHOLE.forEach(ending -> addStem(beginning + ending, beginning, stems));
    for (String ending : ENDINGS) {
      for (int typed = 1; typed < ending.length(); typed++) {
        if (beginning.regionMatches(beginning.length() - typed, ending, 0, typed)) {
          addStem(beginning + ending.substring(typed), beginning, stems);
        }
      }
    }
    return stems;
  }

  private void addStem(String word, String beginning, Set<String> stems) {
    String stem = analysis.stem(word);
    if (stem.length() >= SHORTEST_STEM && !stem.startsWith(beginning)) {
      stems.add(stem);
    }
  }

  /**
   * Stems that a misspelt word may have meant, and how many letters of each may still differ: the
   * slip may be in its stem ({@code mirgations}) or in its ending ({@code migratoin}). A short stem
   * may differ less.
   */
  Map<String, Integer> misspelt(String word, int edits) {
    Map<String, Integer> stems = new LinkedHashMap<>();
    addStem(word, word, edits, stems);
    for (String ending : ENDINGS) {
      for (int length = ending.length() - 1; length <= ending.length() + 1; length++) {
        int end = word.length() - length;
        if (ending.length() >= 3
            && end >= SHORTEST_STEM
            && Spelling.distance(word.substring(end), ending) == 1) {
          addStem(word.substring(0, end) + ending, word, edits - 1, stems);
        }
      }
    }
    return stems;
  }

  private void addStem(String meant, String word, int edits, Map<String, Integer> stems) {
    String stem = analysis.stem(meant);
    boolean isNew = !stem.equals(word) && stem.length() >= SHORTEST_STEM;
    if (isNew && (stems.size() < MOST_MISSPELT || stems.containsKey(stem))) {
      stems.merge(stem, Math.min(edits, mostEdits(stem)), Math::max);
    }
  }

  /** As many letters of a word may be wrong as leave it like few others. */
  static int mostEdits(String word) {
    return word.length() < 4 ? 0 : word.length() < 6 ? 1 : 2;
  }
}
