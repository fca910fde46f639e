package news.cuttings;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Opens files on a caller's thread that may be interrupted: Java closes a file under a thread that
 * bears the mark. The mark is set aside until the work is done, and work that an interrupt met is
 * done again.
 */
final class Undisturbed {
  private Undisturbed() {}

  /** Work with an outcome, which may be done again. */
  interface Work<T> {
    T run() throws IOException;
  }

  static <T> T run(Work<T> work) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try {
          return work.run();
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
