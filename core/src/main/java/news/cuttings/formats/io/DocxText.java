package news.cuttings.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document in DOCX: a zip of XML, of which the main part is read. Headers, footers
 * and footnotes are parts of their own, and no part of the text. No document type is read, so that
 * nothing is expanded and nothing outside is opened.
 */
final class DocxText extends DocumentText {
  private static final Pattern MAIN = Pattern.compile("word/document\\d*\\.xml");

  /** What stands in it besides: what was struck out, how fields are made, drawings told twice. */
  private static final Pattern LEFT_OUT = Pattern.compile("del|instrText|delText|Fallback");

  private final ZipInputStream zip;
  private final Unpacking unpacking;
  private final Deque<StringBuilder> open = new ArrayDeque<>();
  private @Nullable XMLStreamReader main;

  private DocxText(ZipInputStream zip, Unpacking unpacking) {
    this.zip = zip;
    this.unpacking = unpacking;
  }

  /** The text of a stream in that format. */
  static DocumentText of(InputStream in, Unpacking unpacking) {
    return new DocxText(new ZipInputStream(in, StandardCharsets.UTF_8), unpacking);
  }

  private XMLStreamReader main() throws IOException, XMLStreamException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (MAIN.matcher(entry.getName()).matches()) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(unpacking.unpacked(zip));
      }
    }
    throw new IOException("there is no text in it");
  }

  @Override
  @Nullable String paragraph() throws IOException {
    try {
      XMLStreamReader xml = main == null ? main() : main;
      main = xml;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          start(xml.getLocalName(), xml);
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("p")) {
          return open.isEmpty() ? "" : open.pop().toString();
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException cut
          ? cut
          : new IOException("its text is cut short or no XML", e);
    }
  }

  private void start(String name, XMLStreamReader xml) throws XMLStreamException {
    if (LEFT_OUT.matcher(name).matches()) {
      skip(xml);
    } else if (name.equals("p")) {
      open.push(new StringBuilder());
    } else if (!open.isEmpty()) {
      StringBuilder text = open.element();
      switch (name) {
        case "t" -> run(xml, text);
        case "tab" -> text.append('\t');
        case "br", "cr" -> text.append('\n');
        case "noBreakHyphen" -> text.append('-');
        default -> {}
      }
    }
  }

  private static void run(XMLStreamReader xml, StringBuilder text) throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.hasText() && text.length() < LONGEST) {
        text.append(xml.getText());
      }
    }
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }
}
