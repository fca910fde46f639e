package news.cuttings.formats;

import java.io.IOException;

/**
 * Input that was named and cannot be read at all: a path where nothing is, a file that may not be
 * opened or is in no known format. The message says what, where, and what to do.
 */
public final class UnreadableInputException extends IOException {
  UnreadableInputException(String message) {
    super(message);
  }

  UnreadableInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
