package news.cuttings.formats;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what a stream holds: an archive's entries, or a text in the format it is in. */
final class Contents {
  /** An archive in an archive in a compressed file: more is no way to keep news. */
  private static final int DEEPEST = 3;

  /** A part of the path that begins with a dot and is more than dots; what a Mac leaves. */
  private static final Pattern HIDDEN = Pattern.compile("(^|[/\\\\])(\\.+[^./\\\\]|__MACOSX/)");

  private final @Nullable Format format;
  private final @Nullable Charset encoding;
  private final Map<String, String> names;
  private final Sink sink;
  private final Unpacking unpacking;
  private int known;
  private boolean broken;

  Contents(
      @Nullable Format format,
      @Nullable Charset encoding,
      Map<String, String> names,
      Sink sink,
      Unpacking unpacking) {
    this.format = format;
    this.encoding = encoding;
    this.names = names;
    this.sink = sink;
    this.unpacking = unpacking;
  }

  /**
   * Reads to the end; does not close the stream.
   *
   * @param named whether the user named this very file: what cannot be read is then an error
   */
  void read(InputStream in, String file, boolean named) throws IOException {
    read(unpacking.packed(in), new Place(file, null, sink, names), named, 0);
  }

  private void read(InputStream in, Place place, boolean named, int depth) throws IOException {
    CutStream cut = new CutStream(in);
    Head head = Head.of(cut);
    if (cut.failure() != null && head.bytes().length == 0 && depth == 0) {
      throw cut.failure();
    }
    if (depth < DEEPEST && head.isGzip()) {
      unpack(head.whole(), place, named, depth);
    } else if (named && Foreign.isDocument(head)) {
      unknown(head, place, true);
    } else if (depth < DEEPEST && head.isZip()) {
      entries(head.whole(), head.isEmptyZip(), place, depth);
      if (named && known == 0 && cut.failure() == null && !broken) {
        throw new UnreadableInputException(
            place.at(0)
                + ": a zip file that holds no file in a known format; "
                + "take out the text, save it as .txt and name that");
      }
    } else {
      text(head, place, named);
    }
    IOException failure = cut.failure();
    if (failure != null) {
      place.skip(
          0,
          "cut short",
          "reading stopped: " + StoryFiles.reason(failure) + "; what was read before is kept",
          "");
    }
  }

  private void unpack(InputStream in, Place place, boolean named, int depth) throws IOException {
    InputStream unpacked;
    try {
      unpacked = new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      place.skip(0, "cut short", "not a whole gzip file: " + StoryFiles.reason(e), "");
      return;
    }
    read(unpacking.unpacked(unpacked), place, named, depth + 1);
  }

  private void entries(InputStream in, boolean isEmpty, Place place, int depth) throws IOException {
    // A name that is not marked as UTF-8 may be in any encoding: taken as bytes, decoded below.
    Entries zip = new Entries(in);
    InputStream content = unpacking.unpacked(zip);
    try {
      for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
        unpacking.entry();
        if (!entry.isDirectory()) {
          entry(content, entry, place, depth);
          content.transferTo(OutputStream.nullOutputStream()); // what no reader wanted counts too
        }
      }
      if (!isEmpty && !zip.hasDirectory()) {
        throw new EOFException();
      }
    } catch (IOException e) {
      broken = true;
      place.skip(
          0,
          "cut short",
          "not a whole zip file: " + StoryFiles.reason(e) + "; the rest is lost",
          "");
    }
  }

  /** The entries in the order of the stream. */
  private static final class Entries extends ZipInputStream {
    Entries(InputStream in) {
      super(in, StandardCharsets.ISO_8859_1);
    }

    /** After the last entry: whether the list of entries follows that ends every whole file. */
    boolean hasDirectory() throws IOException {
      return in.read() >= 0;
    }
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new ZipException("an entry's name is not in the encoding that it says");
    }
  }

  /** An entry is read and never written: its name says where a story is from and nothing else. */
  private void entry(InputStream content, ZipEntry entry, Place place, int depth)
      throws IOException {
    String own = name(entry.getName());
    String name = place.entry() == null ? own : place.entry() + "!" + own;
    Place inside = new Place(place.file(), name, sink, names);
    if (isHidden(own)) {
      sink.passedOver(new Problem(inside.at(0), "hidden", "hidden"));
    } else {
      read(content, inside, false, depth + 1);
    }
  }

  private static boolean isHidden(String name) {
    return HIDDEN.matcher(name).find();
  }

  private static String name(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0xFF) {
        return name; // the archive says it is UTF-8
      }
    }
    byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    return new Decoder(line -> {}).decode(bytes, bytes.length, 0);
  }

  private void text(Head packed, Place place, boolean named) throws IOException {
    Head head = Head.of(Utf8.of(packed, encoding));
    if (head.bytes().length == 0) {
      known++;
      return;
    }
    Format found = format != null ? format : Detector.of(head.bytes());
    if (found == Format.PLAIN_TEXT
        && format == null
        && !named
        && (!isText(place) || !Prose.isIn(head.bytes()))) {
      found = null;
    }
    if (found == null) {
      unknown(packed, place, named);
    } else {
      known++;
      reader(found).read(head.whole(), place);
    }
  }

  private static boolean isText(Place place) {
    String name = place.entry() == null ? place.file() : place.entry();
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".txt") || lower.endsWith(".txt.gz");
  }

  private static void unknown(Head head, Place place, boolean named)
      throws UnreadableInputException {
    if (named) {
      throw new UnreadableInputException(place.at(0) + ": " + Foreign.advice(head));
    }
    place
        .sink()
        .passedOver(
            new Problem(place.at(0), "unknown format", Foreign.kind(head) + ": passed over"));
  }

  private static StoryReader reader(Format format) {
    return switch (format) {
      case EDITION_PAGE -> new EditionPageReader();
      case PLAIN_TEXT -> new PlainTextReader();
      case JSON_LINES -> new JsonReader();
      case REUTERS -> new ReutersReader();
      case TREC -> new TrecReader();
    };
  }
}
