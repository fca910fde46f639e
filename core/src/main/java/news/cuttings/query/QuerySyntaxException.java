package news.cuttings.query;

/** A query that the strict reading refuses; the message says why. */
public final class QuerySyntaxException extends IllegalArgumentException {
  private final int position;

  /** With that message, about the character at that position. */
  public QuerySyntaxException(String message, int position) {
    super(message);
    this.position = position;
  }

  /** The first character of the query that the message is about, from 0. */
  public int position() {
    return position;
  }
}
