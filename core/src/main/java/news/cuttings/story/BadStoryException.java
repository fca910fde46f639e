package news.cuttings.story;

/** A record that describes no story; the message says why in a sentence. */
public final class BadStoryException extends Exception {
  /** With that reason. */
  public BadStoryException(String message) {
    super(message);
  }

  /** With that reason, found through another failure. */
  public BadStoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
