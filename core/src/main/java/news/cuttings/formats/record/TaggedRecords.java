package news.cuttings.formats.record;

import java.io.IOException;
import java.io.InputStream;
import news.cuttings.formats.io.ByteText;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Lines;

/**
 * Cuts a stream into the records between an opening and a closing tag. A record that never closes
 * ends where the next opens; memory is that of one record.
 */
final class TaggedRecords {
  private final String open;
  private final String close;
  private final String name;
  private final Intake intake;
  private final Lines lines;
  private final StringBuilder record = new StringBuilder();
  private boolean inside;
  private boolean tooLong;
  private long line;

  /** Takes one record that is whole. */
  interface Taker {
    void take(String record, long line);
  }

  TaggedRecords(String name, InputStream in, Intake intake) {
    this.name = name;
    this.open = "<" + name;
    this.close = "</" + name + ">";
    this.intake = intake;
    this.lines = new Lines(in, intake.decoder());
  }

  void forEach(Taker taker) throws IOException {
    while (lines.next()) {
      tooLong |= inside && lines.isTooLong();
      String text = lines.text();
      int at = 0;
      while (at < text.length()) {
        at = inside ? goOn(text, at, taker) : begin(text, at);
      }
      if (inside) {
        record.append('\n');
      }
    }
    if (inside) {
      notClosed();
    }
  }

  private int begin(String text, int from) {
    int at = Sgml.indexOfTag(text, open, from);
    if (at < 0) {
      return text.length();
    }
    inside = true;
    tooLong = lines.isTooLong();
    line = lines.number();
    record.setLength(0);
    record.append(open);
    return at + open.length();
  }

  private int goOn(String text, int from, Taker taker) {
    int tag = Sgml.indexOfTag(text, open, close, from);
    boolean closes = tag >= 0 && Sgml.isTagAt(text, close, tag);
    if (tag >= 0 && !closes) {
      notClosed();
      return begin(text, tag);
    }
    int to = closes ? tag + close.length() : text.length();
    append(text, from, to);
    if (closes) {
      inside = false;
      if (tooLong) {
        intake.skipTooLong(line, record.toString());
      } else {
        taker.take(record.toString(), line);
      }
    }
    return to;
  }

  private void append(String text, int from, int to) {
    if (record.length() + (to - from) > ByteText.MAX) {
      tooLong = true;
    } else {
      record.append(text, from, to);
    }
  }

  private void notClosed() {
    inside = false;
    intake.skip(
        line,
        "not closed",
        "a <" + name + "> without its </" + name + ">: left out, reading went on at the next",
        record.toString());
  }
}
