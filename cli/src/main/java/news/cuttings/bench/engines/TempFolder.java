package news.cuttings.bench.engines;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for an index that is thrown away when it is closed. */
public final class TempFolder implements Closeable {
  private final Path path;

  public TempFolder() throws IOException {
    path = Files.createTempDirectory("cuttings-bench");
  }

  public Path path() {
    return path;
  }

  /** Bytes of the files in a folder and below. */
  public static long bytes(Path folder) throws IOException {
    long bytes = 0;
    for (Path file : all(folder)) {
      bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return bytes;
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }

  /** Removes a folder and what is in it. */
  public static void remove(Path folder) throws IOException {
    for (Path file : all(folder)) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() throws IOException {
    remove(path);
  }
}
