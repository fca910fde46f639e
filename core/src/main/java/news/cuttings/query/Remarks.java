package news.cuttings.query;

import java.util.ArrayList;
import java.util.List;
import news.cuttings.query.Results.Warning;
import org.jspecify.annotations.Nullable;

/**
 * What of a query could not be read as written. The forgiving reading tells what was done instead,
 * the strict one what to write. Bounded: of very many the last are only counted.
 */
final class Remarks {
  /** After more the rest of the query is not read. */
  static final int MOST_PROBLEMS = 1000;

  private static final int MOST = 40;

  private final List<Remark> remarks = new ArrayList<>();
  private int more;

  /**
   * One remark.
   *
   * @param problem what cannot be read as written
   * @param done what was done instead
   * @param advice what to write
   * @param from the first character of the text that it is about
   * @param to one past the last
   * @param unless where stories have that, nothing was lost, and the forgiving reading tells
   *     nothing; null where it tells in any case
   */
  record Remark(
      String problem, String done, String advice, int from, int to, @Nullable Clause unless) {
    Remark(String problem, String done, String advice, int from, int to) {
      this(problem, done, advice, from, to, null);
    }

    Remark unless(Clause had) {
      return new Remark(problem, done, advice, from, to, had);
    }

    Warning warning() {
      return new Warning(problem + "; " + done, from, to);
    }

    QuerySyntaxException error() {
      String where = " (at character " + (from + 1) + ")";
      return new QuerySyntaxException(problem + where + "; " + advice, from);
    }
  }

  void add(Remark remark) {
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

  List<Remark> all() {
    if (more == 0) {
      return List.copyOf(remarks);
    }
    Remark last = remarks.getLast();
    List<Remark> all = new ArrayList<>(remarks);
    all.add(
        new Remark(
            "there are " + more + " more remarks of these kinds",
            "they were dealt with alike",
            "write a shorter query",
            last.from(),
            last.to()));
    return all;
  }
}
