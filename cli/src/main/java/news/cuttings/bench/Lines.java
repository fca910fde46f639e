package news.cuttings.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads small text files line by line, and says where something in them is wrong. */
final class Lines {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Lines() {}

  /**
   * A line that is not blank.
   *
   * @param file the file it is in
   * @param number counted from 1
   * @param text without its end
   */
  record Line(Path file, long number, String text) {
    /** The line's words. */
    String[] columns() {
      return text.strip().split("\\s+");
    }

    BadFileException bad(String wanted) {
      return new BadFileException(file + ":" + number + ": " + wanted);
    }

    int integer(String column) throws BadFileException {
      try {
        return Integer.parseInt(column);
      } catch (NumberFormatException e) {
        throw bad("\"" + column + "\" should be a whole number");
      }
    }

    double number(String column) throws BadFileException {
      try {
        return Double.parseDouble(column);
      } catch (NumberFormatException e) {
        throw bad("\"" + column + "\" should be a number");
      }
    }
  }

  /** Takes lines. */
  interface Sink {
    void line(Line line) throws IOException;
  }

  /** Gives each line that is not blank. */
  static void each(Path file, Sink sink) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      long number = 0;
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        number++;
        if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
          text = text.substring(1);
        }
        if (!text.isBlank()) {
          sink.line(new Line(file, number, text));
        }
      }
    } catch (MalformedInputException e) {
      throw new BadFileException(file + ": not in UTF-8");
    }
  }

  /** The whole text. */
  static String whole(Path file) throws IOException {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (MalformedInputException e) {
      throw new BadFileException(file + ": not in UTF-8");
    }
  }
}
