package news.cuttings.query.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Something in a query that cannot be read as written.
 *
 * @param problem what it is
 * @param done what was done instead
 * @param advice what to write
 * @param from the first character of the text that it is about; -1 where it is about none
 * @param to one past the last
 * @param unless where stories have that, nothing was lost, and the forgiving reading tells nothing;
 *     null where it tells in any case
 */
public record Diagnostic(
    String problem, String done, String advice, int from, int to, @Nullable Clause unless) {
  Diagnostic(String problem, String done, String advice, int from, int to) {
    this(problem, done, advice, from, to, null);
  }

  Diagnostic unless(Clause had) {
    return new Diagnostic(problem, done, advice, from, to, had);
  }

  /** What the forgiving reading tells. */
  public String told() {
    return problem + "; " + done;
  }

  /** What the strict reading tells. */
  public String refused() {
    return problem + " (at character " + (from + 1) + "); " + advice;
  }
}
