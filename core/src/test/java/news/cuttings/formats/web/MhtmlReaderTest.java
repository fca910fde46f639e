package news.cuttings.formats.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Base64;
import news.cuttings.formats.Collected;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MhtmlReaderTest {
  private static final String PAGE =
      "<!DOCTYPE html><html><head><title>Café auf dem Mond</title></head><body><h1>Café auf dem"
          + " Mond</h1><p>Das erste Café auf dem Mond öffnete am Montag, wie seine Besitzerin"
          + " sagte.</p><p>Der Weg ist weit, und die Brötchen sind klein.</p></body></html>";

  @ParameterizedTest
  @CsvSource({
    "quoted-printable, utf-8, From: <Saved by Blink>",
    "base64, utf-8, From: <Saved by Blink>",
    "quoted-printable, windows-1252, From: <Saved by Windows Internet Explorer 8>",
    "8bit, utf-8, From: <Saved by WebKit>"
  })
  void aPageSavedInOneFileIsRead(String encoding, String charset, String from) throws IOException {
    String message =
        from
            + "\n"
            + "Snapshot-Content-Location: https://mond.example/cafe\n"
            + "Subject: Caf=?utf-8?Q?=C3=A9?=\n"
            + "Date: Tue, 5 Mar 2024 08:00:00 -0000\n"
            + "MIME-Version: 1.0\n"
            + "Content-Type: multipart/related;\n"
            + "\ttype=\"text/html\";\n"
            + "\tboundary=\"----part\"\n\n\n"
            + "------part\n"
            + "Content-Type: text/html; charset="
            + charset
            + "\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: "
            + encoding
            + "\nContent-Location: https://mond.example/cafe\n\n"
            + encoded(PAGE.getBytes(Charset.forName(charset)), encoding)
            + "\n"
            + "------part\n"
            + "Content-Type: image/png\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + "iVBORw0KGgo=\n"
            + "------part--\n";
    for (String text : new String[] {message, message.replace("\n", "\r\n")}) {
      Collected read =
          Collected.of(StoryFiles.byContent(), new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
      assertThat(read.headlines()).containsExactly("Café auf dem Mond");
      Story story = read.stories.getFirst();
      assertThat(story.body())
          .isEqualTo(
              "Das erste Café auf dem Mond öffnete am Montag, wie seine Besitzerin sagte.\n"
                  + "Der Weg ist weit, und die Brötchen sind klein.");
      assertThat(story.url()).contains("https://mond.example/cafe");
    }
  }

  private static String encoded(byte[] bytes, String encoding) {
    if (encoding.equals("base64")) {
      return Base64.getMimeEncoder(76, "\n".getBytes(UTF_8)).encodeToString(bytes);
    }
    if (encoding.equals("8bit")) {
      return new String(bytes, ISO_8859_1);
    }
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (byte b : bytes) {
      String one =
          b < 0 || b == '='
              ? String.format(java.util.Locale.ROOT, "=%02X", b & 0xFF)
              : "" + (char) b;
      if (column + one.length() > 74) {
        out.append("=\n");
        column = 0;
      }
      out.append(one);
      column += one.length();
    }
    return out.toString();
  }
}
