package news.cuttings.formats.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * One format: tells whether a text is in it, and reads it from the bytes of one file to stories.
 * Has no state.
 */
public interface StoryReader {
  /**
   * How surely a text is in this format, by its content alone. A wrong guess is worse than none:
   * what others may claim too gets a low score, and the highest one wins.
   *
   * @param sample the beginning of a text; never binary
   */
  Evidence evidence(Sample sample);

  /**
   * Reads to the end; a record that cannot be read is told to the intake and left out. Memory is
   * bounded by a page or record, never by the stream.
   *
   * @param in the text in UTF-8, without a byte-order mark
   * @throws IOException where the stream itself fails
   */
  void read(InputStream in, Intake intake) throws IOException;
}
