package news.cuttings.people;

import java.util.List;

/**
 * Finds the names of people in a text. Implementations are safe for use by many threads, take time
 * linear in the text, and throw nothing whatever the text is.
 */
public interface Recogniser {
  /**
   * The places where the text names somebody, in order, not overlapping, each on one line.
   *
   * @param text a story: the headline on the first line where there is one, then paragraphs
   */
  List<Mention> mentions(String text);
}
