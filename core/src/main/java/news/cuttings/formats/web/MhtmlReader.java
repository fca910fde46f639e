package news.cuttings.formats.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Head;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.MailPart;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.StoryReader;
import news.cuttings.formats.io.Utf8;

/** Reads web pages that a browser saved with all they show in one file (MHTML, RFC 2557). */
public final class MhtmlReader implements StoryReader {
  private final WebReader pages;

  /** A reader that has the page in it read by that one. */
  public MhtmlReader(WebReader pages) {
    this.pages = pages;
  }

  @Override
  public Evidence evidence(Sample sample) {
    List<String> head =
        sample.lines().stream()
            .dropWhile(String::isBlank)
            .takeWhile(line -> !line.isBlank())
            .limit(60)
            .map(line -> line.toLowerCase(Locale.ROOT))
            .toList();
    boolean isSaved =
        head.stream()
            .anyMatch(line ->
                line.startsWith("snapshot-content-location:")
                    || line.startsWith("from: <saved by "));
    boolean isRelated = head.stream().anyMatch(line -> line.contains("multipart/related"));
    return isSaved && isRelated
        ? Evidence.sure("headers of a page that a browser saved")
        : Evidence.NONE;
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    String raw =
        new String(WebReader.bytes(in, intake), StandardCharsets.ISO_8859_1)
            .replace("\r\n", "\n")
            .replace('\r', '\n');
    if (raw.isBlank()) {
      return;
    }
    MailPart message = MailPart.of(raw.stripLeading());
    Optional<MailPart> page = message.page();
    if (page.isEmpty()) {
      intake.skip(1, "no text", "a saved page without a part in HTML", raw);
      return;
    }
    String address =
        Stream.of(
                page.get().header("content-location"), message.header("snapshot-content-location"))
            .filter(url -> url.startsWith("http"))
            .findFirst()
            .orElse(null);
    Charset named = page.get().charset().orElse(null);
    Head head = Head.of(new ByteArrayInputStream(page.get().content()));
    byte[] html = Utf8.of(head, named).readAllBytes();
    pages.read(intake.decoder().decode(html, html.length, 1), address, intake);
  }
}
