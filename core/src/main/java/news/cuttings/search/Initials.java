package news.cuttings.search;

import java.util.List;
import java.util.Optional;
import news.cuttings.index.Schema;
import news.cuttings.story.Letters;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.util.automaton.RegExp;

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
            && words.stream().anyMatch(word -> word.length() > 1)
            && words.stream().allMatch(word -> word.indexOf('"') < 0);
    if (!fits) {
      return Optional.empty();
    }
    StringBuilder names = new StringBuilder();
    for (String word : words) {
      names.append(names.isEmpty() ? "" : " ").append('"').append(word).append('"');
      names.append(word.length() == 1 ? "[^ ]*" : "").append("( .*)?");
    }
    return Optional.of(new RegexpQuery(new Term(Schema.PERSON, names.toString()), RegExp.NONE));
  }
}
