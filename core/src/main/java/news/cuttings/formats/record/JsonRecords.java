package news.cuttings.formats.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import news.cuttings.formats.io.ByteText;
import news.cuttings.formats.io.Bytes;
import news.cuttings.formats.io.Decoder;

/**
 * Cuts a stream of JSON into its outermost objects without reading what is in them: brackets are
 * counted outside strings, so one object a line, objects over several lines and one array of
 * objects are all the same to it, and memory is that of one object.
 *
 * <p>A broken object must not swallow those after it. A line end inside a string ends it, as JSON
 * has none there; so does a line that opens an object where none may stand; and once an object was
 * seen to fill its line, so does every line end. Line ends in an object's text are kept, for
 * whoever finds it broken.
 */
final class JsonRecords {
  private final Bytes in;
  private final Decoder decoder;
  private final ByteText bytes = new ByteText();
  private final BitSet arrays = new BitSet();
  private String text = "";
  private long line;
  private boolean oneLineEach;

  /** A byte read too far: the brace that opens the next object. */
  private int ahead = -1;

  JsonRecords(InputStream in, Decoder decoder) {
    this.in = new Bytes(in);
    this.decoder = decoder;
  }

  /** Goes on to the next object, or to the next text that is none; false at the end. */
  boolean next() throws IOException {
    bytes.clear();
    int b = ahead >= 0 ? ahead : in.read();
    ahead = -1;
    while (b >= 0 && isBetween(b)) {
      b = in.read();
    }
    if (b < 0) {
      return false;
    }
    line = in.line();
    if (b == '{') {
      object();
    } else {
      restOfLine(b);
    }
    text = bytes.decode(decoder, line);
    return true;
  }

  /** The object's text, or what stood in its place; of one that is too long the beginning. */
  String text() {
    return text;
  }

  /** The line it begins at, from 1. */
  long line() {
    return line;
  }

  boolean isTooLong() {
    return bytes.isTooLong();
  }

  private static boolean isBetween(int b) {
    return b <= ' ' || b == ',' || b == '[' || b == ']';
  }

  private void restOfLine(int first) throws IOException {
    for (int b = first; b >= 0 && b != '\n'; b = in.read()) {
      bytes.add(b);
    }
  }

  private void object() throws IOException {
    bytes.add('{');
    arrays.clear();
    int depth = 1;
    int last = '{'; // the last byte that is no white space
    boolean lineStart = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        if (oneLineEach) {
          return;
        }
        lineStart = true;
      }
      boolean mayOpen = arrays.get(depth) ? last == '[' || last == ',' : last == ':';
      if (b == '{' && lineStart && !mayOpen) {
        ahead = b;
        return;
      }
      if (b <= ' ') {
        bytes.add(b == '\n' ? b : ' ');
        continue;
      }
      bytes.add(b);
      lineStart = false;
      last = b;
      if (b == '"') {
        if (!string()) {
          return;
        }
      } else if (b == '{' || b == '[') {
        arrays.set(++depth, b == '[');
      } else if ((b == '}' || b == ']') && --depth == 0) {
        oneLineEach |= in.line() == line;
        return;
      }
      if (depth > MAX_DEPTH) {
        restOfLine(in.read());
        return;
      }
    }
  }

  /** No story nests so deep: it is no JSON that anybody wrote. */
  private static final int MAX_DEPTH = 1000;

  /** Reads to the closing quote; false where the line ends first. */
  private boolean string() throws IOException {
    boolean escaped = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return false;
      }
      bytes.add(Math.max(b, ' ')); // a raw control character is no reason to lose a story
      if (escaped) {
        escaped = false;
      } else if (b == '\\') {
        escaped = true;
      } else if (b == '"') {
        return true;
      }
    }
    return false;
  }
}
