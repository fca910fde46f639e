package news.cuttings.people;

import java.io.IOException;

/** A file of aliases that cannot be followed; the message names file and line, and says why. */
public final class BadAliasException extends IOException {
  private static final long serialVersionUID = 1L;

  BadAliasException(String message) {
    super(message);
  }
}
