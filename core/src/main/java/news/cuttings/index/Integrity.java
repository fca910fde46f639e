package news.cuttings.index;

import java.io.IOException;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/** Reads every byte of an index before something is made of it: nothing comes of damage. */
public final class Integrity {
  private Integrity() {}

  /**
   * Holds every file of the segments against its checksum.
   *
   * @throws CorruptIndexException where one is not as it was written
   */
  public static void check(IndexReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader() instanceof CodecReader segment) {
        segment.checkIntegrity();
      }
    }
  }
}
