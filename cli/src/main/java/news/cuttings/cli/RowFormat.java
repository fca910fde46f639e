package news.cuttings.cli;

import picocli.CommandLine.Option;

/** In what form rows are printed: one of two, or for people to read. */
final class RowFormat {
  /** Said of rows that are not all. */
  static final String PARTIAL =
      "the time for the query was over; the rows count what was met until then";

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
}
