package news.cuttings.query;

/** A query by which no story is removed, since it is not clear which; the message says why. */
public final class UnclearQueryException extends IllegalArgumentException {
  /** With that message. */
  public UnclearQueryException(String message) {
    super(message);
  }
}
