package news.cuttings.cli;

/** Ends a command with an exit code and a sentence for standard error. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;

  Failure(int code, String sentence) {
    super(sentence);
    this.code = code;
  }

  int code() {
    return code;
  }
}
