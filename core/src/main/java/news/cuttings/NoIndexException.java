package news.cuttings;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** There is no index where one is expected; the message says where, and how to make one. */
public final class NoIndexException extends IOException {
  /** With that message. */
  public NoIndexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
