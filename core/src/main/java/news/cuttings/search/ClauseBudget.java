package news.cuttings.search;

/** How many of Lucene's clauses a query may still have, and whether something was left out. */
final class ClauseBudget {
  /** Lucene refuses a query of more than 1,024 clauses; some of ours become three of its. */
  private static final int MOST = 1000;

  private int left = MOST;
  private boolean cut;

  /** Takes so many if they fit in, and tells whether they did. */
  boolean fits(int clauses) {
    boolean fits = clauses <= left;
    if (fits) {
      left -= clauses;
    }
    return fits;
  }

  /** Takes clauses for what the query cannot do without. */
  boolean needs(int clauses) {
    boolean fits = fits(clauses);
    cut |= !fits;
    return fits;
  }

  /** Takes so many, of which it was asked before whether there is room. */
  void take(int clauses) {
    left -= clauses;
  }

  /** Whether something is left out from now on, as there may not be room for so many. */
  boolean isShortOf(int clauses) {
    cut |= left < clauses;
    return left < clauses;
  }

  /** Whether something was left out. */
  boolean isCut() {
    return cut;
  }
}
