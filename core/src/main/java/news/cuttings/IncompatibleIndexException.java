package news.cuttings;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The index was written in a form that this release cannot read; the message says by whom and what
 * to do.
 */
public final class IncompatibleIndexException extends IOException {
  /** With that message. */
  public IncompatibleIndexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
