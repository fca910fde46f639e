package news.cuttings;

import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;

/** A file of the index is not as it was written; the message says which and what to do. */
public final class DamagedIndexException extends IOException {
  DamagedIndexException(String message, Throwable cause) {
    super(message, cause);
  }

  static DamagedIndexException of(CorruptIndexException e, String advice) {
    return new DamagedIndexException(
        "the index is damaged (" + e.getOriginalMessage() + "); " + advice, e);
  }
}
