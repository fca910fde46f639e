package news.cuttings.formats.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what a file is that no reader reads, and what to do with it. */
public final class Foreign {
  private static final String UNKNOWN = "in no known format";
  private static final List<String> PAGE =
      List.of("<!doctype html", "<html", "<head>", "<body", "<!--");

  private static final Pattern PIECE =
      Pattern.compile(
          "<(?:div|p|article|section|main|h[1-6]|span|a|ul|ol|table|header|nav|br|b|i|em|img"
              + "|figure|blockquote)\\b[^<>]{0,500}>");

  private Foreign() {}

  /** Whether it is a text processor's document, which is a zip file of its own kind. */
  public static boolean isDocument(Head head) {
    return head.isZip() && !document(text(head)).isEmpty();
  }

  /** What it is, and what to do. */
  public static String advice(Head head, @Nullable Sample sample) {
    String kind = kind(head, sample);
    if (kind.equals(UNKNOWN)) {
      return kind + "; name the format, or the encoding if it is text in an old one";
    }
    return sample != null && kind.equals(sample.look().what())
        ? kind + ", which is not read; if it is a story all the same, name the format plain-text"
        : kind + ", which is not read; save its text as a .txt file and name that";
  }

  /**
   * What it is: {@code a PDF file}.
   *
   * @param sample its text, where it is one
   */
  public static String kind(Head head, @Nullable Sample sample) {
    if (!head.document().isEmpty()) {
      return head.document();
    }
    String text = text(head);
    if (head.startsWith('%', 'P', 'D', 'F')) {
      return "a PDF file";
    }
    if (head.isZip()) {
      String document = document(text);
      return document.isEmpty() ? "an archive too deep inside others" : document;
    }
    if (head.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
      return "an old Microsoft Office document";
    }
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("{\\rtf")) {
      return "a document in RTF";
    }
    if (PAGE.stream().anyMatch(start::startsWith)) {
      return "a web page in HTML";
    }
    if (PIECE.matcher(start).lookingAt()) {
      return "a piece of a web page in HTML";
    }
    if (start.startsWith("<")) {
      return "an XML file of an unknown kind";
    }
    return sample == null || sample.isBinary() ? UNKNOWN : sample.look().what();
  }

  private static String document(String text) {
    if (text.contains("application/vnd.oasis.opendocument")) {
      return "a LibreOffice document";
    }
    if (text.contains("application/epub+zip")) {
      return "an electronic book";
    }
    return text.contains("[Content_Types].xml") || text.contains("word/document.xml")
        ? "a Microsoft Office document"
        : "";
  }

  private static String text(Head head) {
    return new String(head.bytes(), StandardCharsets.ISO_8859_1).replaceFirst("^ï»¿", "");
  }
}
