package news.cuttings.people;

/**
 * A place where a text names somebody, without titles and possessive endings.
 *
 * @param start the first character
 * @param end one past the last
 * @param confidence how sure that is, 0 to 1
 */
public record Mention(int start, int end, double confidence) {
  /** Checks the order of the ends. */
  public Mention {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a mention must not be empty, got " + start + ".." + end);
    }
  }
}
