package news.cuttings;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.apache.lucene.util.IOSupplier;

/**
 * Opens files on a caller's thread that may be interrupted: Java closes a file under a thread that
 * bears the mark. The mark is set aside until the work is done, and work that an interrupt met is
 * done again.
 */
final class Uninterruptibly {
  private Uninterruptibly() {}

  static <T> T run(IOSupplier<T> work) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try {
          return work.get();
        } catch (ClosedByInterruptException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
