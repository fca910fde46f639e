package news.cuttings.bench.results;

import java.io.IOException;

/** A file of topics, judgments, runs or results that is not in the form it should be in. */
public final class BadFileException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param message which file, which line, what it should be
   */
  public BadFileException(String message) {
    super(message);
  }
}
