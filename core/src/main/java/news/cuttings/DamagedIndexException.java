package news.cuttings;

import java.io.IOException;

/** A file of the index is not as it was written; the message says which and what to do. */
public final class DamagedIndexException extends IOException {
  DamagedIndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
