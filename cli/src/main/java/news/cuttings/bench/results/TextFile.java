package news.cuttings.bench.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads small text files line by line, and says where something in them is wrong. */
public final class TextFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** As C and Python write it; not what Java also takes for one, such as {@code 1d} or NaN. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private TextFile() {}

  /**
   * A line that is not blank.
   *
   * @param file the file it is in
   * @param number counted from 1
   * @param text without its end
   */
  public record Line(Path file, long number, String text) {
    /** The line's words. */
    public String[] columns() {
      return text.strip().split("\\s+");
    }

    /** Where it is: {@code FILE:NUMBER}. */
    public String place() {
      return file + ":" + number;
    }

    public BadFileException bad(String wanted) {
      return new BadFileException(place() + ": " + wanted);
    }

    public int integer(String column) throws BadFileException {
      try {
        return Integer.parseInt(column);
      } catch (NumberFormatException e) {
        throw bad("\"" + column + "\" should be a whole number");
      }
    }

    /** A score as trec_eval keeps it: in 32 bits. Beyond them, all would be the same. */
    public float score(String column) throws BadFileException {
      if (!NUMBER.matcher(column).matches()) {
        throw bad("\"" + column + "\" should be a number");
      }
      float score = Float.parseFloat(column);
      if (Float.isInfinite(score)) {
        throw bad("\"" + column + "\" is beyond what scores can be compared in (3.4e38)");
      }
      return score;
    }
  }

  /** Takes lines. */
  public interface Sink {
    void line(Line line) throws IOException;
  }

  /** Gives each line that is not blank. */
  public static void each(Path file, Sink sink) throws IOException {
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
  public static String whole(Path file) throws IOException {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (MalformedInputException e) {
      throw new BadFileException(file + ": not in UTF-8");
    }
  }
}
