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
final class IndexRun implements Sink, Closeable {
  /** Stories that are made durable together where nothing else is said. */
  static final int STORIES_A_COMMIT = 100_000;

  /** How often it is looked whether what came before input stalled is to be made durable. */
  private static final long MILLIS_A_LOOK = 500;

  private final Terminal terminal;
  private final StoryIndex index;
  private final String place;
  private final @Nullable Writer rejects;
  private final FilesRead filesRead;
  private final CommitPace pace;
  private final Progress progress;
  private final PageGrouper pages = new PageGrouper(this::file);
  private final Thread farewell = new Thread(this::tellDurable);
  private final Thread lookout = new Thread(this::lookOut, "lookout");
  private final Problems skipped;
  private final Problems warnings;
  private final Problems passedOver;
  private final Problems notes;
  private long stories;
  private long undated;
  private long added;
  private long replaced;
  private long unchanged;
  private long removed;
  private long storiesAtLook;
  private volatile long durable;
  private boolean failed;
  private boolean isRead;
  private volatile @Nullable IOException commitFailure;

  /**
   * @param progress tells how far it is; stays open
   * @param filesRead what was read before, and is from now on
   * @param storiesACommit after how many stories to commit at the latest
   * @param rejects the file for records that could not be read; null for none
   */
  IndexRun(
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
    pace = new CommitPace(storiesACommit, System.nanoTime());
    this.rejects =
        rejects == null ? null : Files.newBufferedWriter(rejects, StandardCharsets.UTF_8);
    skipped = Problems.told(terminal);
    warnings = Problems.told(terminal);
    passedOver = Problems.counted(terminal);
    notes = Problems.told(terminal);
    this.progress = progress;
    Runtime.getRuntime().addShutdownHook(farewell);
    lookout.setDaemon(true);
    lookout.start();
  }

  /** Reads a path; of one that cannot be read it is told, and false given. */
  boolean read(StoryFiles files, String path) {
    filesRead.begin();
    try {
      ReadOptions.read(files, path, terminal, this);
      return true;
    } catch (IOException e) {
      failed = true;
      terminal.fault(Main.said(e));
      endFaulty(path);
      return false;
    } finally {
      flush();
    }
  }

  private synchronized void endFaulty(String path) {
    if (!path.equals("-")) {
      filesRead.faulty();
      filesRead.done(Path.of(path));
    }
  }

  private synchronized void flush() {
    pages.flush();
  }

  /** Makes durable what was read. */
  void finish() throws IOException {
    endLookout();
    flush();
    checkCommitted();
    if (stories > 0) {
      progress.turnTo("making durable");
      commit();
    }
  }

  /** Removes what those folders have no longer. */
  void remove(Sync sync) throws IOException {
    progress.turnTo("looking for what has gone");
    List<Story> stories = sync.stories(index);
    for (Story story : stories) {
      index.delete(story.id());
    }
    if (!stories.isEmpty()) {
      removed = index.commit().deleted();
    }
    sync.done();
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
            : stories == 0 && unchanged == 0 && removed == 0 ? Exit.NOTHING : Exit.DONE;
  }

  @Override
  public synchronized void story(Story story) {
    stories++;
    if (story.date().isEmpty()) {
      undated++;
    }
    filesRead.story(story.id());
    pages.accept(story);
    progress.to(stories);
  }

  private void file(List<Story> page) {
    try {
      checkCommitted();
      index.addAll(page);
      commitIfDue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commitIfDue() throws IOException {
    if (pace.isDue(stories, System.nanoTime())) {
      commit();
      terminal.say("durable: the first " + Text.count(durable, "story", "stories"));
    }
  }

  /**
   * Makes durable, while input stalls, what came before: whoever ends the process then should lose
   * nothing of it.
   */
  private synchronized void lookOut() {
    try {
      while (!isRead && commitFailure == null) {
        wait(MILLIS_A_LOOK);
        look();
      }
    } catch (InterruptedException | Terminal.OutputFailure e) {
      // nobody waits for it, or nobody looks any more: whoever writes next is told
    }
  }

  private void look() {
    if (!isRead && stories == storiesAtLook) {
      try {
        pages.flush(); // a page comes all at once: this one is whole
        commitIfDue();
      } catch (UncheckedIOException e) {
        commitFailure = e.getCause();
      } catch (IOException e) {
        commitFailure = e;
      }
    }
    storiesAtLook = stories;
  }

  private synchronized void endLookout() {
    isRead = true;
    notifyAll();
  }

  private void checkCommitted() throws IOException {
    IOException failure = commitFailure;
    if (failure != null) {
      throw failure;
    }
  }

  private synchronized void commit() throws IOException {
    StoryIndex.Changes changes = index.commit();
    added += changes.added();
    replaced += changes.replaced();
    durable = added + replaced;
    pace.committed(stories, System.nanoTime());
    filesRead.committed();
  }

  @Override
  public synchronized void done(Path file) {
    filesRead.done(file);
  }

  @Override
  public void unchanged(Path file) {
    unchanged++;
  }

  @Override
  public synchronized void skipped(Problem problem, String record) {
    skipped.add(problem);
    filesRead.faulty();
    keep(record);
  }

  private void keep(String rejected) {
    Writer kept = rejects;
    if (kept != null) {
      try {
        kept.write(rejected);
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
  public void note(Problem how) {
    notes.add(how);
  }

  @Override
  public void passedOver(Problem problem) {
    passedOver.add(problem);
    keep(Text.safe(InCommands.said(problem.toString())));
  }

  private void tellDurable() {
    long kept = durable;
    String what =
        kept == 0
            ? "nothing of this run is durable in "
            : kept == 1
                ? "1 story of this run is durable in "
                : Text.number(kept) + " stories of this run are durable in ";
    terminal.farewell(
        "stopped: "
            + what
            + Text.safe(place)
            + "; run the same command again to "
            + (kept == 0 ? "begin anew" : "go on"));
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

  /** Stories that were removed, for the folders read have them no longer. */
  long removed() {
    return removed;
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
    endLookout();
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
