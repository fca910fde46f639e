package news.cuttings.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.cuttings.StoryIndex;
import news.cuttings.formats.Problem;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.people.PageGrouper;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * One run of filing: takes stories from readers to an index page by page, commits as it goes, and
 * counts. When the process is ended before its time it says what is durable.
 */
final class Filing implements Sink, Closeable {
  /** Stories that are made durable together where nothing else is said. */
  static final int STORIES_A_COMMIT = 100_000;

  private static final long NANOS_A_COMMIT = 60_000_000_000L;

  private final Terminal terminal;
  private final StoryIndex index;
  private final String place;
  private final @Nullable Writer rejects;
  private final FilesRead filesRead;
  private final int storiesACommit;
  private final Progress progress;
  private final PageGrouper pages = new PageGrouper(this::file);
  private final Thread farewell = new Thread(this::tellDurable);
  private final Problems skipped;
  private final Problems warnings;
  private final Problems passedOver;
  private long stories;
  private long undated;
  private long added;
  private long replaced;
  private long unchanged;
  private long skippedBefore;
  private long storiesAtCommit;
  private long nanosAtCommit = System.nanoTime();
  private volatile long durable;
  private boolean failed;

  /**
   * @param progress tells how far it is; stays open
   * @param filesRead what was read before, and is from now on
   * @param storiesACommit after how many stories to commit, or a minute if that is sooner
   * @param rejects the file for records that could not be read; null for none
   */
  Filing(
      Terminal terminal,
      Progress progress,
      StoryIndex index,
      String place,
      FilesRead filesRead,
      int storiesACommit,
      @Nullable Path rejects)
      throws IOException {
    this.terminal = terminal;
    this.index = index;
    this.place = place;
    this.filesRead = filesRead;
    this.storiesACommit = storiesACommit;
    this.rejects =
        rejects == null ? null : Files.newBufferedWriter(rejects, StandardCharsets.UTF_8);
    skipped = Problems.told(terminal);
    warnings = Problems.told(terminal);
    passedOver = Problems.counted(terminal);
    this.progress = progress;
    Runtime.getRuntime().addShutdownHook(farewell);
  }

  /** Reads a path; one that cannot be read is told, and the next can be. */
  void read(StoryFiles files, String path) {
    try {
      ReadOptions.read(files, path, terminal, this);
    } catch (IOException e) {
      failed = true;
      terminal.say(terminal.errorInk().wrong("cuttings: ") + Text.safe(Main.said(e)));
    }
    pages.flush();
  }

  /** Makes durable what was read, and has the index learn from it once that is worth it. */
  void finish() throws IOException {
    pages.flush();
    if (stories > 0) {
      progress.turnTo("making durable");
      commit();
      progress.turnTo("learning which words go together");
      index.learn();
    }
  }

  /** Whether a path could not be read, and no other gave a story. */
  boolean failedWholly() {
    return failed && stories == 0;
  }

  /** How the run ended. */
  int exitCode() {
    return failed
        ? Exit.FAILED
        : skipped.total() > 0
            ? Exit.PARTLY
            : stories == 0 && unchanged == 0 ? Exit.NOTHING : Exit.DONE;
  }

  @Override
  public void story(Story story) {
    stories++;
    if (story.date().isEmpty()) {
      undated++;
    }
    pages.accept(story);
    progress.to(stories);
  }

  private void file(List<Story> page) {
    try {
      index.addAll(page);
      long now = System.nanoTime();
      if (stories - storiesAtCommit >= storiesACommit || now - nanosAtCommit >= NANOS_A_COMMIT) {
        commit();
        nanosAtCommit = now;
        terminal.say("durable: the first " + Text.count(durable, "story", "stories"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commit() throws IOException {
    StoryIndex.Changes changes = index.commit();
    added += changes.added();
    replaced += changes.replaced();
    storiesAtCommit = stories;
    durable = added + replaced;
    filesRead.committed();
  }

  @Override
  public void done(Path file) {
    if (skipped.total() == skippedBefore) { // else it is read again, and its faults told again
      filesRead.add(file);
    }
    skippedBefore = skipped.total();
  }

  @Override
  public void unchanged(Path file) {
    unchanged++;
  }

  @Override
  public void skipped(Problem problem, String record) {
    skipped.add(problem);
    Writer kept = rejects;
    if (kept != null) {
      try {
        kept.write(record);
        kept.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void warning(Problem problem) {
    warnings.add(problem);
  }

  @Override
  public void passedOver(Problem problem) {
    passedOver.add(problem);
  }

  private void tellDurable() {
    terminal.farewell(
        "stopped: "
            + Text.count(durable, "story", "stories")
            + " of this run are durable in "
            + Text.safe(place)
            + "; run the same command again to go on");
  }

  long stories() {
    return stories;
  }

  long undated() {
    return undated;
  }

  /** Files that were not read, for they have not changed. */
  long unchanged() {
    return unchanged;
  }

  long added() {
    return added;
  }

  long replaced() {
    return replaced;
  }

  Problems skipped() {
    return skipped;
  }

  Problems warnings() {
    return warnings;
  }

  Problems passedOver() {
    return passedOver;
  }

  @Override
  public void close() throws IOException {
    progress.turnTo("putting segments together");
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook says so
    }
    if (rejects != null) {
      rejects.close();
    }
  }
}
