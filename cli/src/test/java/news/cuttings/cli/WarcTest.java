package news.cuttings.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import news.cuttings.formats.Problem;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of the web: the pages that servers gave, and nothing else of them. */
class WarcTest {
  private static final String HTML = "text/html; charset=utf-8";

  @TempDir private Path folder;
  private Command command;

  @BeforeEach
  void command() {
    command = new Command(folder.resolve("index"));
  }

  private static String page(int number) {
    return """
    <!doctype html><html><head><title>Ferry %d runs aground</title></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Ferry %d runs aground</h1><p>The ferry number %d ran aground on a bank of sand on
    Tuesday, said Joe Marsh, its captain. Nobody was hurt, and the tide took it off again at noon.</p>
    <p>The harbour is to be dredged in April, the council said in a notice to those who own boats.</p>
    </article></body></html>
    """
        .replace("%d", String.valueOf(number));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] record(String type, String address, byte[] block) {
    String media = type.equals("response") ? "application/http;msgtype=response" : "text/plain";
    String header =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:6f1f7a52-0000-4000-8000-000000000001>"
            + (address.isEmpty() ? "" : "\r\nWARC-Target-URI: " + address)
            + "\r\nWARC-Date: 2024-03-05T08:00:00Z\r\nContent-Type: "
            + media
            + "\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    return joined(bytes(header), block, bytes("\r\n\r\n"));
  }

  private static byte[] response(String address, String headers, byte[] body) {
    byte[] http = joined(bytes("HTTP/1.1 " + headers + "\r\n\r\n"), body);
    return record("response", address, http);
  }

  private static byte[] html(int number) {
    return response(
        "https://brook.example/" + number, "200 OK\r\nContent-Type: " + HTML, bytes(page(number)));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private Command.Ended parsed(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("crawl"), bytes);
    return command.run("parse", "--people", "off", "--show-dropped", file.toString());
  }

  @Test
  void pagesAreReadAndTheRestIsToldAndPassedOver() throws IOException {
    Command.Ended ended =
        parsed(
            joined(
                record("warcinfo", "", bytes("software: a crawler\r\n")),
                record("request", "https://brook.example/1", bytes("GET /1 HTTP/1.1\r\n\r\n")),
                html(1),
                record("metadata", "https://brook.example/1", bytes("via: x\r\n")),
                record("revisit", "https://brook.example/1", bytes("HTTP/1.1 200 OK\r\n\r\n")),
                response(
                    "https://brook.example/2",
                    "404 Not Found\r\nContent-Type: " + HTML,
                    bytes(page(2))),
                response(
                    "https://brook.example/x.png",
                    "200 OK\r\nContent-Type: image/png",
                    new byte[] {1, 2, 3}),
                html(3)));
    assertThat(ended.lines()).hasSize(2);
    assertThat(ended.out())
        .contains("\"headline\":\"Ferry 1 runs aground\"", "\"url\":\"https://brook.example/1\"")
        .contains("\"headline\":\"Ferry 3 runs aground\"", "\"entry\":\"https://brook.example/3\"")
        .doesNotContain("HTTP/1.1", "WARC");
    assertThat(ended.err()).contains("warcinfo", "request", "metadata", "revisit", "status 404");
    assertThat(ended.code()).isZero();
  }

  @Test
  void eachRecordMayBePackedByItself() throws IOException {
    assertThat(parsed(joined(gzip(html(1)), gzip(html(2)), gzip(html(3)))).lines()).hasSize(3);
  }

  @Test
  void bodiesAreUnpackedAndPutTogether() throws IOException {
    byte[] packed = gzip(bytes(page(1)));
    byte[] page = bytes(page(2));
    byte[] chunked =
        joined(
            bytes("64\r\n"),
            Arrays.copyOf(page, 100),
            bytes("\r\n" + Integer.toHexString(page.length - 100) + "\r\n"),
            Arrays.copyOfRange(page, 100, page.length),
            bytes("\r\n0\r\n\r\n"));
    Command.Ended ended =
        parsed(
            joined(
                response(
                    "https://brook.example/1",
                    "200 OK\r\nContent-Encoding: gzip\r\nContent-Type: " + HTML,
                    packed),
                response(
                    "https://brook.example/2",
                    "200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: " + HTML,
                    chunked)));
    assertThat(ended.out()).contains("Ferry 1 runs aground", "Ferry 2 runs aground");
    assertThat(ended.lines()).hasSize(2);
  }

  @Test
  void theServersWordOnTheEncodingGoesBeforeThePages() throws IOException {
    String page =
        page(1)
            .replace("Joe Marsh", "Джо Марш")
            .replace("<head>", "<head><meta charset=\"utf-8\">");
    byte[] cyrillic = page.getBytes(Charset.forName("windows-1251"));
    Command.Ended ended =
        parsed(
            joined(
                response(
                    "https://brook.example/1",
                    "200 OK\r\nContent-Type: text/html; charset=windows-1251",
                    cyrillic),
                response(
                    "https://brook.example/2",
                    "200 OK\r\nContent-Type: text/html",
                    page(2).replace("Joe Marsh", "Zoë Marsh").getBytes(ISO_8859_1))));
    assertThat(ended.out()).contains("said Джо Марш").contains("said Zoë Marsh");
  }

  @Test
  void oneThatIsCutShortKeepsWhatIsWhole() throws IOException {
    byte[] whole = joined(html(1), html(2), html(3));
    for (int cut : List.of(whole.length - 300, whole.length - html(3).length + 40)) {
      Command.Ended ended = parsed(Arrays.copyOf(whole, cut));
      assertThat(ended.out()).contains("Ferry 1 runs aground", "Ferry 2 runs aground");
      assertThat(ended.code()).as(ended.err()).isEqualTo(3);
      assertThat(ended.err()).contains("cut short");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "rot13"})
  void aDamagedAnswerIsLostAlone(String encoding) throws IOException {
    byte[] damaged =
        response(
            "https://brook.example/9",
            "200 OK\r\nContent-Encoding: " + encoding + "\r\nContent-Type: " + HTML,
            bytes("no such thing"));
    Command.Ended ended = parsed(joined(html(1), damaged, html(2)));
    assertThat(ended.lines()).hasSize(2);
    assertThat(ended.err()).contains("https://brook.example/9");
  }

  /** A crawl of a hundred thousand pages and as many pictures, made as it is read. */
  @Test
  @Tag("slow")
  void aCrawlIsReadInBoundedMemory() throws IOException {
    Crawl crawl = new Crawl(100_000);
    Counting counting = new Counting();
    StoryFiles.byContent().boxes(Boxes.ALL).read("crawl.warc", crawl, counting);
    assertThat(counting.stories).isEqualTo(100_000);
    assertThat(counting.passedOver).isEqualTo(100_000);
    assertThat(counting.last - counting.first).isLessThan(32L << 20);
  }

  /** Counts, and looks at the memory in use at the hundredth story and near the end. */
  private static final class Counting implements Sink {
    private long stories;
    private long passedOver;
    private long first;
    private long last;

    @Override
    public void story(Story story) {
      stories++;
      if (stories == 1000) {
        first = used();
      } else if (stories == 99_000) {
        last = used();
      }
    }

    @Override
    public void passedOver(Problem problem) {
      passedOver++;
    }

    private static long used() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
  }

  /** So many pages, each with a picture. */
  private static final class Crawl extends InputStream {
    private final int pages;
    private int made;
    private byte[] record = new byte[0];
    private int at;

    Crawl(int pages) {
      this.pages = pages;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (at == record.length) {
        if (made == pages) {
          return -1;
        }
        made++;
        byte[] picture =
            response(
                "https://brook.example/" + made + ".png",
                "200 OK\r\nContent-Type: image/png",
                new byte[2000]);
        record = joined(html(made), picture);
        at = 0;
      }
      int count = Math.min(length, record.length - at);
      System.arraycopy(record, at, into, offset, count);
      at += count;
      return count;
    }
  }
}
