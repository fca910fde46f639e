package news.cuttings.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads stories from files, folders, archives and streams. */
public final class StoryFiles {
  private final @Nullable Format format;
  private final @Nullable Charset encoding;
  private final Map<String, String> names;

  private StoryFiles(
      @Nullable Format format, @Nullable Charset encoding, Map<String, String> names) {
    this.format = format;
    this.encoding = encoding;
    this.names = Map.copyOf(names);
  }

  /** Tells the format and the encoding by content. */
  public static StoryFiles byContent() {
    return new StoryFiles(null, null, Map.of());
  }

  /** The same, but every file is read as that format. */
  public StoryFiles format(Format format) {
    return new StoryFiles(format, encoding, names);
  }

  /** The same, but every file is read in that encoding. */
  public StoryFiles encoding(Charset encoding) {
    return new StoryFiles(format, encoding, names);
  }

  /** The same, with other people's JSON keys: {@code title} to {@code headline}. */
  public StoryFiles names(Map<String, String> names) {
    return new StoryFiles(format, encoding, names);
  }

  /** Reads a file, an archive, or every file below a folder in the order of their names. */
  public void read(Path path, Sink sink) throws IOException {}

  /** Reads a stream to its end, as if it were a file of that name; does not close it. */
  public void read(String name, InputStream in, Sink sink) throws IOException {}
}
