package news.cuttings.bench.timing;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Every single time, kept as it was measured. */
public final class RawTimes implements Closeable {
  private final Writer out;

  public RawTimes(Path file) throws IOException {
    out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
    out.write("corpus\tengine\tclass\tfork\tround\tquestion\twall_ns\tcpu_ns\n");
  }

  void add(String... columns) throws IOException {
    out.write(String.join("\t", columns));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
