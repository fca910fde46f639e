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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in the index's folder which files were read, how they looked (size, time of change, and
 * the options they were read with) and which stories they gave. Written after each commit, so that
 * a file whose stories may not be durable is read again.
 */
final class FilesRead {
  private static final String NAME = "cuttings.files";

  /** The first line: of a memory that is written otherwise nothing is known. */
  private static final String FORM = "files read, form 2";

  private static final String TO_BE_READ_AGAIN = "-";

  private final @Nullable Path memory;
  private final String options;
  private final Map<Path, Read> files = new LinkedHashMap<>();
  private final Map<Path, Read> uncommitted = new LinkedHashMap<>();
  private final Set<Path> doubtful = new HashSet<>();
  private LongStream.Builder given = LongStream.builder();
  private boolean gaveStories;
  private boolean isFaulty;

  /**
   * What is remembered of a file.
   *
   * @param looks how it looked when it was read; {@code -} where it is to be read again
   * @param stories those it gave
   * @param former those it gave once and no more
   */
  record Read(String looks, Marks stories, Marks former) {
    static final Read NEVER = new Read(TO_BE_READ_AGAIN, Marks.NONE, Marks.NONE);

    Read again() {
      return new Read(TO_BE_READ_AGAIN, stories, former);
    }

    Read withoutFormer() {
      return new Read(looks, stories, Marks.NONE);
    }
  }

  /**
   * @param index the index's folder; null where it is in none, and every file is read
   * @param options what besides a file decides what is read from it
   */
  FilesRead(@Nullable Path index, String options) throws IOException {
    memory = index == null ? null : index.resolve(NAME);
    this.options = options;
    if (memory != null && Files.exists(memory)) {
      try (BufferedReader lines = Files.newBufferedReader(memory, StandardCharsets.UTF_8)) {
        remember(lines);
      } catch (CharacterCodingException | IllegalArgumentException e) {
        files.clear(); // not as it was written: everything is read again
      }
    }
  }

  private void remember(BufferedReader lines) throws IOException {
    if (!FORM.equals(lines.readLine())) {
      return;
    }
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] parts = line.split("\t", -1);
      if (parts.length != 4) {
        throw new IllegalArgumentException("a line of " + parts.length + " parts");
      }
      files.put(
          Path.of(unescaped(parts[1])),
          new Read(parts[0], Marks.parse(parts[2]), Marks.parse(parts[3])));
    }
  }

  /** Lets every file be read again. */
  static void forget(Path index) throws IOException {
    FilesRead read = new FilesRead(index, "");
    if (!read.isEmpty()) {
      read.files.replaceAll((file, known) -> known.again());
      read.write();
    }
  }

  /** Whether the file was read whole with the same options and looks the same. */
  boolean has(Path file) {
    Read known = files.get(name(file));
    return known != null && known.looks().equals(looks(file));
  }

  /** Something else is read from here on. */
  void begin() {
    given = LongStream.builder();
    gaveStories = false;
    isFaulty = false;
  }

  /** The file that is being read gave the story of that id. */
  void story(String id) {
    given.add(Marks.mark(id));
    gaveStories = true;
  }

  /** Something in the file that is being read, or all of it, could not be read. */
  void faulty() {
    isFaulty = true;
  }

  /**
   * The reading of the file has come to its end. Where it gave no story, or not all that it has, it
   * is read again the next time, and what it gave before is still held to be in it.
   */
  void done(Path file) {
    Path name = name(file);
    Read before = uncommitted.getOrDefault(name, files.getOrDefault(name, Read.NEVER));
    Marks now = Marks.of(given.build());
    boolean isWhole = gaveStories && !isFaulty;
    String looks = isWhole ? looks(file) : null;
    if (isWhole) {
      Marks former = before.former().plus(before.stories()).minus(now);
      uncommitted.put(
          name, new Read(Objects.requireNonNullElse(looks, TO_BE_READ_AGAIN), now, former));
    } else if (gaveStories || !before.stories().isEmpty()) {
      Marks stories = before.stories().plus(now);
      uncommitted.put(name, new Read(TO_BE_READ_AGAIN, stories, before.former().minus(now)));
      doubtful.add(name);
    }
    begin();
  }

  /** Whether nothing is remembered. */
  boolean isEmpty() {
    return files.isEmpty() && uncommitted.isEmpty();
  }

  /** What is remembered of every file, this run's included. */
  Map<Path, Read> all() {
    Map<Path, Read> all = new LinkedHashMap<>(files);
    all.putAll(uncommitted);
    return all;
  }

  /** Files that were known for stories of which this run could not read all or any. */
  Set<Path> doubtful() {
    return doubtful;
  }

  /** What was read is durable: remembers it for the next run. */
  void committed() throws IOException {
    if (!uncommitted.isEmpty()) {
      files.putAll(uncommitted);
      uncommitted.clear();
      write();
    }
  }

  /** Those files have gone with all their stories, and of the others the former ones. */
  void removed(Set<Path> gone, Set<Path> others) throws IOException {
    files.putAll(uncommitted);
    uncommitted.clear();
    gone.forEach(files::remove);
    others.forEach(file -> files.computeIfPresent(file, (name, read) -> read.withoutFormer()));
    write();
  }

  private void write() throws IOException {
    if (memory == null) {
      return;
    }
    Path next = memory.resolveSibling(NAME + ".new");
    Files.deleteIfExists(next);
    try (Writer out =
        Files.newBufferedWriter(
            next,
            StandardCharsets.UTF_8,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE_NEW)) { // which follows no link
      out.write(FORM + '\n');
      for (Map.Entry<Path, Read> file : files.entrySet()) {
        Read read = file.getValue();
        String name = escaped(file.getKey().toString());
        out.write(read.looks() + '\t' + name + '\t' + read.stories() + '\t' + read.former() + '\n');
      }
    }
    Files.move(next, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A file's name in the memory, wherever one stands. */
  static Path name(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static String escaped(String name) {
    return name.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescaped(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (letter == '\\' && i + 1 < name.length()) {
        i++;
        text.append(
            switch (name.charAt(i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> name.charAt(i);
            });
      } else {
        text.append(letter);
      }
    }
    return text.toString();
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
