package news.cuttings.formats.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.cuttings.formats.io.Sample;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written: what parts its cells, whether they are quoted, and what its columns are.
 *
 * @param separator what parts cells
 * @param quoted whether a quote at a cell's beginning opens a quoted one
 * @param columns the names of the columns; given by what is in them where the table names none
 * @param hasHeader whether the first row names them
 */
record TableShape(char separator, boolean quoted, List<String> columns, boolean hasHeader) {
  private static final String SEPARATORS = ",\t;|";
  private static final char NO_QUOTE = '\0';
  private static final int ROWS_LOOKED_AT = 50;
  private static final int LONGEST_NAME = 40;
  private static final int MOST_COLUMNS = 500;

  /** In a table so many rows of a hundred have as many cells as the first. */
  private static final int MOST_ALIKE = 70;

  /**
   * In a table without names a column of texts has so many characters a cell, one of headlines so.
   */
  private static final int TEXT = 80;

  private static final int HEADLINE = 12;

  /** The shape of a table of stories; null where it is no such table. */
  static @Nullable TableShape of(Sample sample) {
    return of(sample, MOST_ALIKE);
  }

  /** Tells the shape of what is known to be a table, whatever rows of other lengths are in it. */
  static @Nullable TableShape forced(Sample sample) {
    return of(sample, 0);
  }

  private static @Nullable TableShape of(Sample sample, int mostAlike) {
    String text = String.join("\n", sample.lines());
    TableShape best = null;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char separator = SEPARATORS.charAt(i);
      boolean quoted = separator != '\t' || isQuoted(text);
      TableShape shape = of(text, sample.isWhole(), separator, quoted, mostAlike);
      if (shape == null && !quoted) {
        shape = of(text, sample.isWhole(), separator, true, mostAlike); // cells of several lines
      }
      if (shape != null && (best == null || shape.columns.size() > best.columns.size())) {
        best = shape;
      }
    }
    return best;
  }

  private static @Nullable TableShape of(
      String text, boolean whole, char separator, boolean quoted, int mostAlike) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    if (first.indexOf(separator) < 0) {
      return null;
    }
    List<List<String>> rows = rows(text, whole, separator, quoted);
    if (rows.size() < 2 || rows.getFirst().size() > MOST_COLUMNS) {
      return null;
    }
    int cells = rows.getFirst().size();
    long alike = rows.stream().filter(row -> row.size() == cells).count();
    if (cells < 2 || alike * 100 < (long) rows.size() * mostAlike || alike < 2) {
      return null;
    }
    List<String> header = header(rows.getFirst());
    if (isOfStories(header)) {
      return new TableShape(separator, quoted, header, true);
    }
    List<List<String>> even = rows.stream().filter(row -> row.size() == cells).toList();
    boolean isSure = alike == rows.size() && (cells > 2 || first.startsWith("\""));
    List<String> told = isSure ? told(even) : List.of();
    return told.isEmpty() ? null : new TableShape(separator, quoted, told, false);
  }

  /** Whether a quote that opens a cell between tabs closes with one: else it is the text's own. */
  private static boolean isQuoted(String text) {
    return text.lines()
        .limit(ROWS_LOOKED_AT)
        .flatMap(line -> Stream.of(line.split("\t")))
        .filter(cell -> cell.startsWith("\""))
        .allMatch(cell -> cell.length() > 1 && cell.endsWith("\""));
  }

  private static List<List<String>> rows(
      String text, boolean whole, char separator, boolean quoted) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        new TableShape(separator, quoted, List.of(), false).open(text)) {
      for (CsvRecord row : reader) {
        rows.add(List.copyOf(row.getFields()));
        if (rows.size() > ROWS_LOOKED_AT) {
          return rows;
        }
      }
    } catch (CsvParseException | IOException e) {
      return rows;
    }
    if (!whole && rows.size() > 1) {
      rows.removeLast(); // the sample may have cut it
    }
    return rows;
  }

  /** The rows of a table that is written so. */
  CsvReader<CsvRecord> open(Reader text) {
    return builder().ofCsvRecord(text);
  }

  private CsvReader<CsvRecord> open(String text) {
    return builder().ofCsvRecord(text);
  }

  @SuppressWarnings("removal") // nothing else reads on after "a"b
  private CsvReader.CsvReaderBuilder builder() {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .quoteCharacter(quoted ? '"' : NO_QUOTE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(true);
  }

  private static List<String> header(List<String> row) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String cell : row) {
      String name = cell.strip();
      boolean isName = name.length() <= LONGEST_NAME && !Values.isAddress(name);
      if (!isName || (!name.isEmpty() && !seen.add(name))) {
        return List.of();
      }
      names.add(name.isEmpty() ? "column " + (names.size() + 1) : name);
    }
    return names;
  }

  private static boolean isOfStories(List<String> names) {
    Set<Meaning> meanings = new HashSet<>();
    for (String name : names) {
      Meaning.Ranked ranked = Meaning.of(name);
      if (ranked != null) {
        meanings.add(ranked.meaning());
      }
    }
    return meanings.contains(Meaning.BODY)
        || (meanings.contains(Meaning.HEADLINE)
            && (meanings.contains(Meaning.DATE)
                || meanings.contains(Meaning.URL)
                || meanings.contains(Meaning.SUMMARY)));
  }

  /** The columns by what is in them; none where no column has texts. */
  private static List<String> told(List<List<String>> rows) {
    int cells = rows.getFirst().size();
    int text = -1;
    double longest = TEXT;
    for (int i = 0; i < cells; i++) {
      double length = length(rows, i);
      if (length > longest && share(rows, i, Values::isRunning) > 0.9) {
        text = i;
        longest = length;
      }
    }
    if (text < 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    Set<String> given = new HashSet<>(Set.of("body"));
    for (int i = 0; i < cells; i++) {
      String name = i == text ? "body" : name(rows, i);
      names.add(i == text || given.add(name) ? name : "column " + (i + 1));
    }
    return given.size() > 1 ? names : List.of();
  }

  private static String name(List<List<String>> rows, int column) {
    if (share(rows, column, Values::isAddress) > 0.7) {
      return "url";
    }
    if (share(rows, column, Values::isDate) > 0.7) {
      return "date";
    }
    boolean isHeadline =
        length(rows, column) > HEADLINE && share(rows, column, Values::isRunning) > 0.9;
    return isHeadline ? "headline" : "column " + (column + 1);
  }

  private static double length(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).average().orElse(0);
  }

  private static double share(List<List<String>> rows, int column, Predicate<String> test) {
    long count = rows.stream().filter(row -> test.test(row.get(column))).count();
    return (double) count / rows.size();
  }

  /** The cells of a row by the names of their columns. */
  Node.Obj record(List<String> cells) {
    Map<String, Node> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String cell = cells.get(i).strip();
      if (!cell.isEmpty() && !cell.matches("(?i)nan|null|none|n/a|\\\\N")) {
        values.put(columns.get(i), new Node.Text(cell));
      }
    }
    return new Node.Obj(values);
  }
}
