package news.cuttings.query.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The words, phrases and filters of a query, each under a name of letters and digits that stands
 * for it while the grammar is read.
 */
final class Operands {
  /** More are not taken: Lucene refuses a query of more than 1,024 clauses. */
  static final int MOST = 900;

  private static final String NAME = "q";

  private final List<Clause> clauses = new ArrayList<>();

  /** The name of one more. */
  String add(Clause clause) {
    clauses.add(clause);
    return NAME + (clauses.size() - 1);
  }

  /** The clause of that name. */
  Clause of(String name) {
    return clauses.get(Integer.parseInt(name.substring(NAME.length())));
  }

  /** The clause of a piece that is one, whatever its weight. */
  Clause of(Item item) {
    int caret = item.syntax().indexOf('^');
    return of(caret < 0 ? item.syntax() : item.syntax().substring(0, caret));
  }

  boolean isEmpty() {
    return clauses.isEmpty();
  }

  boolean isFull() {
    return clauses.size() >= MOST;
  }
}
