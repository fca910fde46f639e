package news.cuttings.formats.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file could not be read: the JDK's messages are often the bare name of it. */
public final class Failure {
  private Failure() {}

  /** What went wrong: {@code permission denied}. */
  public static String inWords(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException gone -> "there is no such file or folder";
      case FileSystemLoopException loop -> "a loop of symbolic links";
      case EOFException cut -> "it ends before its end: cut short";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
