package news.cuttings.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in the index's folder which files were read whole and how they looked: size, time of
 * change, and the options they were read with. Written after each commit, so that a file whose
 * stories may not be durable is read again.
 */
final class FilesRead {
  private static final String NAME = "cuttings.files";

  private final @Nullable Path memory;
  private final String options;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, String> uncommitted = new LinkedHashMap<>();

  /**
   * @param index the index's folder; null where it is in none, and every file is read
   * @param options what besides a file decides what is read from it
   */
  FilesRead(@Nullable Path index, String options) throws IOException {
    memory = index == null ? null : index.resolve(NAME);
    this.options = options;
    if (memory != null && Files.exists(memory)) {
      try (BufferedReader lines = Files.newBufferedReader(memory, StandardCharsets.UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int tab = line.indexOf('\t');
          if (tab > 0) {
            files.put(line.substring(tab + 1), line.substring(0, tab));
          }
        }
      } catch (CharacterCodingException e) {
        files.clear(); // not as it was written: everything is read again
      }
    }
  }

  /** Lets every file be read again. */
  static void forget(Path index) throws IOException {
    Files.deleteIfExists(index.resolve(NAME));
  }

  /** Whether the file was read whole with the same options and looks the same. */
  boolean has(Path file) {
    String looks = looks(file);
    return looks != null && looks.equals(files.get(name(file)));
  }

  /** The file was read whole, as it looks now. */
  void add(Path file) {
    String looks = looks(file);
    String name = name(file);
    if (looks != null && name.indexOf('\n') < 0) {
      uncommitted.put(name, looks);
    }
  }

  /** What was read is durable: remembers it for the next run. */
  void committed() throws IOException {
    if (memory == null || uncommitted.isEmpty()) {
      return;
    }
    files.putAll(uncommitted);
    uncommitted.clear();
    Path next = memory.resolveSibling(NAME + ".new");
    try {
      write(next);
      Files.move(next, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(next);
      throw new IOException(
          memory + " could not be written (" + e.getMessage() + "); the stories are filed", e);
    }
  }

  private void write(Path to) throws IOException {
    Files.deleteIfExists(to);
    try (Writer out =
        Files.newBufferedWriter(
            to,
            StandardCharsets.UTF_8,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE_NEW)) { // which follows no link
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.write(file.getValue() + '\t' + file.getKey() + '\n');
      }
    }
  }

  private static String name(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  private @Nullable String looks(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.isRegularFile()
          ? now.size() + ":" + now.lastModifiedTime().toMillis() + ":" + options
          : null;
    } catch (IOException e) {
      return null; // reading it will tell
    }
  }
}
