package news.cuttings.query;

/** Which of a query's words the stories have that were found or counted. */
public enum Words {
  /** All of them. */
  ALL,
  /** Any of them. */
  ANY,
  /** The query has not several: stories with all of its words are those with any. */
  SAME
}
