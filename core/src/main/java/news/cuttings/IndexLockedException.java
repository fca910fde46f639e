package news.cuttings;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Another writer has the index; the message says who. */
public final class IndexLockedException extends IOException {
  IndexLockedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
