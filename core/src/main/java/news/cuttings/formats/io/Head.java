package news.cuttings.formats.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The first bytes of a stream, by which it is told what it holds. */
public final class Head {
  /** Enough for the longest lead story of a page, so that the line after it is still seen. */
  private static final int SIZE = 1 << 18;

  private static final Pattern DOCX_PART =
      Pattern.compile("\\[Content_Types\\]\\.xml|_rels/|word/|docProps/|customXml/");

  private final byte[] bytes;
  private final InputStream in;
  private final String document;

  private Head(byte[] bytes, InputStream in, String document) {
    this.bytes = bytes;
    this.in = in;
    this.document = document;
  }

  /** Reads the head; the whole stream, head included, is then {@link #whole()}. */
  public static Head of(InputStream in) throws IOException {
    return ofDocument(in, "");
  }

  /** Reads the head of a document's text: of what kind it is, {@code a document in RTF}. */
  static Head ofDocument(InputStream text, String kind) throws IOException {
    return new Head(text.readNBytes(SIZE), text, kind);
  }

  /** Of what kind the document is that it is the text of; empty where it is of none. */
  public String document() {
    return document;
  }

  /** Whether it is the whole stream. */
  public boolean isWhole() {
    return bytes.length < SIZE;
  }

  public byte[] bytes() {
    return bytes;
  }

  public InputStream whole() {
    InputStream head = new ByteArrayInputStream(bytes);
    return bytes.length < SIZE ? head : new SequenceInputStream(head, in);
  }

  public boolean startsWith(int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  public boolean isGzip() {
    return startsWith(0x1F, 0x8B, 8);
  }

  public boolean isZip() {
    return startsWith('P', 'K', 3, 4) || isEmptyZip();
  }

  /** Whether it is a text processor's document in RTF. */
  boolean isRtf() {
    return startsWith('{', '\\', 'r', 't', 'f');
  }

  /** Whether it is a text processor's document in DOCX: a zip that begins with a part of one. */
  boolean isDocx() {
    int name = 30; // where a zip has the name of its first entry
    String start = new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.ISO_8859_1);
    return isZip()
        && start.length() > name
        && DOCX_PART.matcher(start.substring(name)).lookingAt()
        && new String(bytes, StandardCharsets.ISO_8859_1).contains("word/");
  }

  public boolean isEmptyZip() {
    return startsWith('P', 'K', 5, 6);
  }
}
