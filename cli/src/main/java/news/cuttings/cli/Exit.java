package news.cuttings.cli;

/** The exit codes. */
final class Exit {
  /** Done; hits found. */
  static final int DONE = 0;

  /** Nothing found, nothing to do. */
  static final int NOTHING = 1;

  /** Wrong usage, or a failure. */
  static final int FAILED = 2;

  /**
   * Done, but not with everything: records were skipped, an id of a batch was unknown, the time for
   * an answer was over.
   */
  static final int PARTLY = 3;

  private Exit() {}

  /** That of an answer: whether it holds nothing, and whether it is only a part. */
  static int of(boolean isEmpty, boolean isPartial) {
    return isPartial ? PARTLY : isEmpty ? NOTHING : DONE;
  }
}
