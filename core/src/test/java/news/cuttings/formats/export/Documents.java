package news.cuttings.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.cuttings.story.Story;

/** Writes paragraphs as text processors save them. */
final class Documents {
  private Documents() {}

  /** A document in DOCX, with what such files have besides: styles, a header, words in two runs. */
  static byte[] docx(List<String> paragraphs) {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
            """);
    for (String paragraph : paragraphs) {
      int half = paragraph.length() / 2;
      xml.append("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:bookmarkStart w:id=\"1\"/>");
      for (String run : List.of(paragraph.substring(0, half), paragraph.substring(half))) {
        xml.append("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">")
            .append(escaped(run))
            .append("</w:t></w:r>");
      }
      xml.append("</w:p>\n");
    }
    xml.append("</w:body></w:document>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(zip, "[Content_Types].xml", "<Types/>");
      entry(zip, "_rels/.rels", "<Relationships/>");
      entry(zip, "word/header1.xml", "<w:hdr><w:p><w:t>Page 1 of 3</w:t></w:p></w:hdr>");
      entry(zip, "word/document.xml", xml.toString());
      entry(zip, "word/styles.xml", "<w:styles/>");
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return out.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(UTF_8));
    zip.closeEntry();
  }

  /** A document in RTF, with fonts, a header, a picture and characters as RTF has them. */
  static byte[] rtf(List<String> paragraphs) {
    StringBuilder rtf =
        new StringBuilder(
            """
            {\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}}
            {\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator Maker 1;}
            {\\header\\pard Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}} of 3\\par}
            {\\pict\\pngblip 89504e47}
            \\pard\\qj
            """);
    for (String paragraph : paragraphs) {
      for (int i = 0; i < paragraph.length(); i++) {
        char c = paragraph.charAt(i);
        if (c == '\\' || c == '{' || c == '}') {
          rtf.append('\\').append(c);
        } else if (c == 'é' || c == 'ü') {
          rtf.append(String.format(Locale.ROOT, "\\'%02x", (int) c));
        } else if (c > 127) {
          rtf.append("\\u").append((int) (short) c).append('?');
        } else if (c == '\n') {
          rtf.append("\\line ");
        } else {
          rtf.append(c);
        }
      }
      rtf.append("\\par\n\\pard\\qj{\\b\\f0 }");
    }
    return rtf.append("}").toString().getBytes(UTF_8);
  }

  /** Those stories again and again, until a page of them is read in several pieces. */
  static List<Story> many(List<Story> stories) {
    return Collections.nCopies(150, stories).stream().flatMap(List::stream).toList();
  }

  /** Text with what markup means by signs of its own. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
