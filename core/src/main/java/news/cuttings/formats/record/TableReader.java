package news.cuttings.formats.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Head;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.LinesReader;
import news.cuttings.formats.io.Markup;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.story.BadStoryException;

/** Reads tables of stories: comma- or tab-separated, with or without names of the columns. */
public final class TableReader implements StoryReader {
  @Override
  public Evidence evidence(Sample sample) {
    TableShape shape = Markup.opens(sample) ? null : TableShape.of(sample);
    return shape == null
        ? Evidence.NONE
        : Evidence.likely(
            "rows of " + shape.columns().size() + " cells: " + String.join(", ", shape.columns()));
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Head head = Head.of(in);
    TableShape shape = TableShape.forced(Sample.of(head));
    if (shape == null) {
      if (!new String(head.bytes(), UTF_8).isBlank()) {
        intake.skip(1, "no table", "no rows with a headline or a text in one of their cells", "");
      }
      return;
    }
    if (!shape.hasHeader()) {
      intake.note(1, "columns without names, taken as " + String.join(", ", shape.columns()));
    }
    LinesReader text = new LinesReader(head.whole(), intake.decoder());
    Records records = new Records(intake);
    try (CsvReader<CsvRecord> rows = shape.open(text)) {
      List<String> header = null;
      for (CsvRecord row : rows) {
        List<String> cells = row.getFields();
        if (shape.hasHeader() && header == null) {
          header = List.copyOf(cells);
        } else if (text.isTooLong(row.getStartingLineNumber())) {
          intake.skipTooLong(row.getStartingLineNumber(), cells.getFirst());
        } else if (!cells.equals(header)) {
          take(cells, row.getStartingLineNumber(), shape, records, intake);
        }
      }
    } catch (CsvParseException e) {
      intake.skip(0, "bad table", "reading stopped: " + e.getMessage(), "");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    records.end();
  }

  private static void take(
      List<String> cells, long line, TableShape shape, Records records, Intake intake) {
    String written = String.join(String.valueOf(shape.separator()), cells);
    if (cells.size() != shape.columns().size()) {
      intake.skip(
          line,
          "bad row",
          "a row of "
              + cells.size()
              + " cells where others have "
              + shape.columns().size()
              + ": left out",
          written);
      return;
    }
    try {
      records.take(shape.record(cells), line, written);
    } catch (BadStoryException e) {
      intake.skip(line, "no text", String.valueOf(e.getMessage()), written);
    }
  }
}
