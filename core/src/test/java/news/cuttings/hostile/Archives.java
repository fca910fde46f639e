package news.cuttings.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives in memory. */
public final class Archives {
  private Archives() {}

  /** One of each kind. */
  public static List<byte[]> all() throws IOException {
    byte[] story =
        "{\"headline\":\"Talks on fish\",\"body\":\"One.\"}\n".getBytes(StandardCharsets.UTF_8);
    byte[] zip = zip(Map.of("a/b.jsonl", story));
    return List.of(
        zip, gzip(story), gzip(zip), zip(Map.of("c.zip", zip, "d.jsonl.gz", gzip(story))));
  }

  /** The content in a gzip file. */
  public static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  /** Entries by their names, in order. */
  public static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
