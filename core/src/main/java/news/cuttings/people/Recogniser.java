package news.cuttings.people;

import java.util.List;

/**
 * Finds the names of people in a text. Implementations are safe for use by many threads and take
 * time linear in the text.
 */
public interface Recogniser {
  /** The places where the text names somebody, in order, not overlapping. */
  List<Mention> mentions(String text);
}
