package news.cuttings.ranking;

import java.io.IOException;

/** A file of options says what no option can be; the message names file and line. */
public final class BadOptionsException extends IOException {
  BadOptionsException(String message, Throwable cause) {
    super(message, cause);
  }
}
