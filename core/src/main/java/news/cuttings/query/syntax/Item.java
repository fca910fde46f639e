package news.cuttings.query.syntax;

/**
 * A piece of a query's syntax, or the name of a word or phrase.
 *
 * @param kind what it is
 * @param syntax as the grammar reads it
 * @param written as it was typed, for what cannot be syntax where it stands
 * @param from its first character in the typed text
 * @param to one past its last
 */
record Item(Kind kind, String syntax, String written, int from, int to) {
  /** What a piece is. */
  enum Kind {
    /** A word, a phrase, a filter. */
    OPERAND,
    /** An opening bracket. */
    OPEN,
    /** A closing bracket. */
    CLOSE,
    /** AND or OR. */
    BETWEEN,
    /** NOT, + or -. */
    BEFORE
  }
}
