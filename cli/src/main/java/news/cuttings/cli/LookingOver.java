package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.Path;
import news.cuttings.formats.Problem;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;

/** Reads files as filing does and files nothing: what they hold now is all that is wanted. */
final class LookingOver implements Sink {
  private final Terminal terminal;
  private final FilesRead filesRead;
  private final Problems skipped;
  private long stories;

  /** Takes note of what files give in what is remembered of them. */
  LookingOver(Terminal terminal, FilesRead filesRead) {
    this.terminal = terminal;
    this.filesRead = filesRead;
    skipped = Problems.told(terminal);
  }

  /** Reads a path; of one that cannot be read it is told, and false given. */
  boolean read(StoryFiles files, String path) {
    filesRead.begin();
    try {
      ReadOptions.read(files, path, terminal, this);
      return true;
    } catch (IOException e) {
      terminal.fault(Main.said(e));
      return false;
    }
  }

  @Override
  public void story(Story story) {
    stories++;
    filesRead.story(story.id());
  }

  @Override
  public void skipped(Problem problem, String record) {
    skipped.add(problem);
    filesRead.faulty();
  }

  @Override
  public void done(Path file) {
    filesRead.done(file);
  }

  /** Stories in files that are new or have changed. */
  long stories() {
    return stories;
  }

  /** Records that could not be read. */
  long skipped() {
    return skipped.total();
  }
}
