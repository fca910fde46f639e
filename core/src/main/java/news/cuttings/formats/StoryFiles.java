package news.cuttings.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import news.cuttings.formats.io.Contents;
import news.cuttings.formats.io.Failure;
import news.cuttings.formats.io.Unpacking;
import news.cuttings.formats.io.Utf8;
import news.cuttings.formats.io.Wishes;
import news.cuttings.story.WrittenDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads stories from files, folders, archives and streams.
 *
 * <p>Memory is bounded by one page or record, never by the file. Immutable, safe for use by many
 * threads; one call of {@code read} uses its sink from the calling thread only.
 */
public final class StoryFiles {
  private final @Nullable Format format;
  private final @Nullable Charset encoding;
  private final Wishes wishes;
  private final Predicate<Path> unchanged;
  private final List<Box> boxes;

  private StoryFiles(
      @Nullable Format format,
      @Nullable Charset encoding,
      Wishes wishes,
      Predicate<Path> unchanged,
      List<Box> boxes) {
    this.format = format;
    this.encoding = encoding;
    this.wishes = wishes;
    this.unchanged = unchanged;
    this.boxes = List.copyOf(boxes);
  }

  /** Tells the format and the encoding by content. */
  public static StoryFiles byContent() {
    return new StoryFiles(null, null, Wishes.NONE, file -> false, List.of());
  }

  /** Reads every file as that format. */
  public StoryFiles format(Format format) {
    Objects.requireNonNull(format, "format");
    return new StoryFiles(format, encoding, wishes, unchanged, boxes);
  }

  /** Reads every file in that encoding. */
  public StoryFiles encoding(Charset encoding) {
    Objects.requireNonNull(encoding, "encoding");
    return new StoryFiles(format, encoding, wishes, unchanged, boxes);
  }

  /**
   * Takes other people's keys to mean that: {@code title} to {@code headline}, {@code
   * fields.bodyText} to {@code body}. What is not named is told by the keys' names.
   */
  public StoryFiles names(Map<String, String> names) {
    Objects.requireNonNull(names, "names");
    return new StoryFiles(format, encoding, wishes.names(names), unchanged, boxes);
  }

  /**
   * Reads dates like {@code 03/04/2024} with that first; else they name two days, and a story that
   * has such a one is undated.
   */
  public StoryFiles dates(WrittenDate.Order first) {
    Objects.requireNonNull(first, "first");
    return new StoryFiles(format, encoding, wishes.dates(first), unchanged, boxes);
  }

  /** Takes records of others that have a headline and no text for stories, too. */
  public StoryFiles headlinesOnly() {
    return new StoryFiles(format, encoding, wishes.withHeadlinesOnly(), unchanged, boxes);
  }

  /** Opens boxes of these kinds, too: in one another, in gzip and in zip. */
  public StoryFiles boxes(List<Box> kinds) {
    Objects.requireNonNull(kinds, "kinds");
    return new StoryFiles(format, encoding, wishes, unchanged, kinds);
  }

  /** Leaves out files of which that holds: {@link Sink#unchanged} is told. */
  public StoryFiles except(Predicate<Path> unchanged) {
    Objects.requireNonNull(unchanged, "unchanged");
    return new StoryFiles(format, encoding, wishes, unchanged, boxes);
  }

  /**
   * Reads a file, an archive, or every file below a folder in the order of their names.
   *
   * <p>In a folder or an archive a file in no known format is passed over, and one that cannot be
   * read is told to the sink as a skipped record; neither stops the others. Of a file that is cut
   * short, a truncated {@code .gz} for instance, what came before the cut is kept.
   *
   * @throws UnreadableInputException where nothing is at the path, it may not be opened, or a file
   *     named directly is in no known format
   */
  public void read(Path path, Sink sink) throws IOException {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(sink, "sink");
    if (Files.isDirectory(path)) {
      new Folder(file -> readFound(file, sink), sink).read(path);
      return;
    }
    if (unchanged.test(path)) {
      sink.unchanged(path);
      return;
    }
    try {
      contents(sink).read(path, intake(path.toString(), sink), true);
      sink.done(path);
    } catch (NoSuchFileException e) {
      throw new UnreadableInputException(
          path + ": no such file or folder; check the spelling and the folder you are in", e);
    } catch (UnreadableInputException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableInputException(path + ": cannot be read: " + Failure.inWords(e), e);
    }
  }

  /**
   * Reads a stream to its end, as if it were a file of that name; does not close it.
   *
   * @throws UnreadableInputException where it is in no known format
   */
  public void read(String name, InputStream in, Sink sink) throws IOException {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(sink, "sink");
    contents(sink).read(in, intake(name, sink), true);
  }

  private void readFound(Path file, Sink sink) {
    if (unchanged.test(file)) {
      sink.unchanged(file);
      return;
    }
    try {
      contents(sink).read(file, intake(file.toString(), sink), false);
      sink.done(file);
    } catch (IOException e) {
      intake(file.toString(), sink)
          .skip(0, "unreadable file", "cannot be read: " + Failure.inWords(e), "");
      sink.done(file);
    }
  }

  private Contents contents(Sink sink) {
    return new Contents(
        Unpacking.usual(),
        new FormatDispatch(format, encoding, sink::told),
        boxes.stream().map(StoryFiles::opener).toList());
  }

  private SinkIntake intake(String file, Sink sink) {
    return new SinkIntake(file, null, sink, wishes);
  }

  private static Contents.Opener opener(Box box) {
    return new Contents.Opener() {
      @Override
      public String kind() {
        return box.kind();
      }

      @Override
      public boolean opens(byte[] start) {
        return box.isIn(start);
      }

      @Override
      public void open(InputStream in, Filed files) throws IOException {
        box.open(
            in,
            new Box.Taker() {
              @Override
              public void take(@Nullable String entry, InputStream content) throws IOException {
                files.take(entry, content);
              }

              @Override
              public void take(String entry, InputStream content, String encoding)
                  throws IOException {
                files.take(entry, Utf8.said(encoding, content));
              }

              @Override
              public void passOver(String entry, String what) throws IOException {
                files.passOver(entry, what);
              }
            });
      }
    };
  }
}
