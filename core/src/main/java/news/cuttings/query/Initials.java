package news.cuttings.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.cuttings.index.Schema;
import news.cuttings.story.Letters;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * Finds people by a name with initials: {@code J. Klopp} is Jürgen Klopp, {@code J. F. Kennedy}
 * John Fitzgerald Kennedy. The first word of the name is the first of theirs; costs a look at the
 * people whose names begin with that letter.
 */
final class Initials {
  private static final int MOST_WORDS = 8;

  private Initials() {}

  /** The stories that name somebody whom the initials fit; empty where there are none. */
  static Optional<Query> query(String name) {
    List<String> words = Letters.words(Letters.key(name));
    boolean fits =
        words.size() > 1
            && words.size() <= MOST_WORDS
            && words.stream().anyMatch(word -> word.length() == 1)
            && words.stream().anyMatch(word -> word.length() > 1);
    if (!fits) {
      return Optional.empty();
    }
    List<Automaton> parts = new ArrayList<>();
    for (String word : words) {
      if (!parts.isEmpty()) {
        parts.add(Automata.makeChar(' '));
      }
      parts.add(Automata.makeString(word));
      if (word.length() == 1) {
        parts.add(Operations.repeat(letter()));
      }
      parts.add(
          Operations.optional(Operations.concatenate(List.of(Automata.makeChar(' '), rest()))));
    }
    Automaton names =
        Operations.determinize(
            Operations.concatenate(parts), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    return Optional.of(new AutomatonQuery(new Term(Schema.PERSON, name), names));
  }

  /** Any character but the space. */
  private static Automaton letter() {
    return Operations.union(
        List.of(
            Automata.makeCharRange(0, ' ' - 1),
            Automata.makeCharRange(' ' + 1, Character.MAX_CODE_POINT)));
  }

  private static Automaton rest() {
    return Operations.repeat(Automata.makeAnyChar());
  }
}
