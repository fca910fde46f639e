package news.cuttings.formats.io;

import java.io.IOException;
import java.io.InputStream;

/** Reads one format: from the bytes of one file, in UTF-8, to stories. Has no state. */
public interface StoryReader {
  /**
   * Reads to the end; a record that cannot be read is told to the sink and left out.
   *
   * @throws IOException where the stream itself fails
   */
  void read(InputStream in, Intake intake) throws IOException;
}
