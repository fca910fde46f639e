package news.cuttings.formats.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Says what a file is that no reader reads, and what to do with it. */
public final class Foreign {
  private static final String UNKNOWN = "in no known format";
  private static final List<String> PAGE =
      List.of("<!doctype html", "<html", "<head>", "<body", "<!--");

  private Foreign() {}

  /** Whether it is a text processor's document, which is a zip file of its own kind. */
  public static boolean isDocument(Head head) {
    return head.isZip() && !document(text(head)).isEmpty();
  }

  /** What it is, and what to do. */
  public static String advice(Head head) {
    String kind = kind(head);
    return kind.equals(UNKNOWN)
        ? kind + "; name the format, or the encoding if it is text in an old one"
        : kind + ", which is not read; save its text as a .txt file and name that";
  }

  /** What it is: {@code a PDF file}. */
  public static String kind(Head head) {
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
    return start.startsWith("<") ? "an XML file of an unknown kind" : UNKNOWN;
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
