package news.cuttings.cli;

import news.cuttings.query.Counted;
import news.cuttings.query.Words;
import picocli.CommandLine.Option;

/** In what form rows are printed: one of two, or for people to read. */
final class RowFormat {
  @Option(names = "--json", description = "Print each row as one JSON object.")
  private boolean json;

  @Option(names = "--csv", description = "Print comma-separated values with a row of names.")
  private boolean csv;

  boolean isJson() {
    return json;
  }

  boolean isCsv() {
    return csv;
  }

  /** Tells which stories were counted, where some have only some of the words. */
  static void tellStories(Terminal terminal, Counted<?> rows) {
    Answers.notes(terminal, rows.warnings());
    if (rows.words() != Words.SAME) {
      String told = Text.safe("counted: " + rows.interpretation());
      Text.wrapped(told, terminal.width(), "")
          .forEach(line -> terminal.say(terminal.errorInk().faint(line)));
    }
  }

  /** Says so where the time ended the counting. */
  static void tellPartial(Terminal terminal, Counted<?> rows) {
    if (rows.isPartial()) {
      terminal.say(
          terminal.errorInk().wrong("note: ")
              + (rows.isEmpty()
                  ? "nothing found so far: the time for the query was over"
                  : "the time for the query was over; the rows count what was met until then"));
    }
  }
}
