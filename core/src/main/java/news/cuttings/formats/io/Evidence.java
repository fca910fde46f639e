package news.cuttings.formats.io;

/**
 * How surely a text is in a format, and by what it was told.
 *
 * @param score from 0, it is not, to 100
 * @param why what was seen, in words that end the sentence "told by …"
 */
public record Evidence(int score, String why) {
  /** It is in another format, or in none. */
  public static final Evidence NONE = new Evidence(0, "nothing");

  private static final int SURE = 90;

  /** What is enough to read a file that nobody named. */
  public static final int LIKELY = 60;

  private static final int POSSIBLE = 10;

  /** Evidence of a score from 0 to 100. */
  public Evidence {
    if (score < 0 || score > 100) {
      throw new IllegalArgumentException("a score is from 0 to 100, got " + score);
    }
  }

  /** Something was seen that no other format has. */
  public static Evidence sure(String why) {
    return new Evidence(SURE, why);
  }

  /** What was seen is hardly ever seen in another format: enough to read a file nobody named. */
  public static Evidence likely(String why) {
    return new Evidence(LIKELY, why);
  }

  /**
   * Nothing speaks against it: enough where the caller named the file, and no other is likelier.
   */
  public static Evidence possible(String why) {
    return new Evidence(POSSIBLE, why);
  }

  /** Whether it is enough for a file that was met in a folder. */
  public boolean isLikely() {
    return score >= LIKELY;
  }

  /** This evidence with so much more or less of a score. */
  public Evidence plus(int more) {
    return new Evidence(Math.clamp(score + more, 0, 100), why);
  }
}
