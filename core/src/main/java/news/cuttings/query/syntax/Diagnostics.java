package news.cuttings.query.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a query could not be read as written. The forgiving reading tells what was done instead,
 * the strict one what to write. Bounded: of very many the last are only counted.
 */
final class Diagnostics {
  /** After more the rest of the query is not read. */
  static final int MOST_PROBLEMS = 1000;

  private static final int MOST = 40;

  private final List<Diagnostic> remarks = new ArrayList<>();
  private int more;

  void add(Diagnostic remark) {
    if (remarks.size() < MOST) {
      remarks.add(remark);
    } else {
      more++;
    }
  }

  int count() {
    return remarks.size() + more;
  }

  boolean isFull() {
    return count() >= MOST_PROBLEMS;
  }

  List<Diagnostic> all() {
    if (more == 0) {
      return List.copyOf(remarks);
    }
    Diagnostic last = remarks.getLast();
    List<Diagnostic> all = new ArrayList<>(remarks);
    all.add(
        new Diagnostic(
            "there are " + more + " more remarks of these kinds",
            "they were dealt with alike",
            "write a shorter query",
            last.from(),
            last.to()));
    return all;
  }
}
