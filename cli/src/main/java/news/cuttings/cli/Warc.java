package news.cuttings.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import news.cuttings.formats.Box;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * An archive of the web (WARC): each page that a server gave is a file of it, named by its address.
 * Requests, notes on them, pictures and answers that only say that a page is as it was are passed
 * over.
 */
record Warc() implements Box {
  private static final String START = "WARC/";
  private static final int OK = 200;
  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  @Override
  public String kind() {
    return "a web archive";
  }

  @Override
  public boolean isIn(byte[] begins) {
    for (int i = 0; i < START.length(); i++) {
      if (begins.length <= i || begins[i] != START.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  @SuppressWarnings("MustBeClosed") // the stream is the caller's to close
  public void open(InputStream in, Taker files) throws IOException {
    WarcReader records = new WarcReader(new Boxes.Sound(in));
    for (Optional<WarcRecord> next = next(records); next.isPresent(); next = next(records)) {
      record(next.get(), files);
    }
  }

  private static Optional<WarcRecord> next(WarcReader records) throws IOException {
    try {
      return records.next();
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      throw new IOException("a record that cannot be read", e);
    }
  }

  private static void record(WarcRecord record, Taker files) throws IOException {
    String name = record instanceof WarcTargetRecord target ? target.target() : record.type();
    switch (record) {
      case WarcResponse response -> response(response, name, files);
      case WarcResource resource -> file(name, resource.headers(), resource.body().stream(), files);
      default ->
          files.passOver(name, "a record of a web archive that holds no page: " + record.type());
    }
  }

  private static void response(WarcResponse response, String name, Taker files) throws IOException {
    HttpResponse http;
    InputStream body;
    try {
      http = response.http();
      body = http.bodyDecoded().stream();
    } catch (IOException | IllegalArgumentException | LinkageError e) {
      files.passOver(name, "a server's answer that cannot be read");
      return;
    }
    if (http.status() == OK) {
      file(name, http.headers(), body, files);
    } else {
      files.passOver(name, "a server's answer without a page: status " + http.status());
    }
  }

  private static void file(String name, MessageHeaders headers, InputStream body, Taker files)
      throws IOException {
    Optional<MediaType> type = headers.first("Content-Type").map(MediaType::parseLeniently);
    String base = type.map(t -> t.base().toString()).orElse("");
    if (!base.isEmpty() && !PAGES.contains(base)) {
      files.passOver(name, "what a page shows or leads to, and is none");
      return;
    }
    String charset = type.map(t -> t.parameters().getOrDefault("charset", "")).orElse("");
    InputStream whole = new Body(body);
    if (charset.isEmpty()) {
      files.take(name, whole);
    } else {
      files.take(name, whole, charset);
    }
  }

  /** A body that ends where it is damaged: the records behind it are none the worse. */
  private static final class Body extends InputStream {
    private final InputStream in;
    private boolean ended;

    Body(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (ended) {
        return -1;
      }
      ended = true;
      int count = in.read(into, offset, length);
      ended = false;
      return count;
    }
  }
}
