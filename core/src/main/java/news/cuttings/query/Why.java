package news.cuttings.query;

import java.util.List;
import java.util.Objects;

/**
 * Why a story is like another.
 *
 * @param people whom both name
 * @param terms the words they share that count most, the weightiest first
 * @param overlap the share, 0 to 1, of the source's distinct runs of four words that are in the hit
 *     too; the same in every index
 */
public record Why(List<String> people, List<Term> terms, double overlap) {
  /** No reason: the answer of a search needs none. */
  public static final Why NOTHING = new Why(List.of(), List.of(), 0);

  /**
   * A word that both stories have.
   *
   * @param term the word as the source writes it
   * @param weight what it counts among the words that were searched for: how often the source has
   *     it, saturated, times its idf
   */
  public record Term(String term, double weight) {
    /** Checks for absence. */
    public Term {
      Objects.requireNonNull(term, "term");
    }
  }

  /** Copies the lists. */
  public Why {
    Objects.requireNonNull(people, "people");
    Objects.requireNonNull(terms, "terms");
    people = List.copyOf(people);
    terms = List.copyOf(terms);
  }
}
