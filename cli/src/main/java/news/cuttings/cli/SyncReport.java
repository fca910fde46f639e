package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.cuttings.NoIndexException;
import news.cuttings.StoryIndex;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;

/** Says what goes with {@code --sync}, and what stays that might have gone. */
final class SyncReport {
  private static final int TOLD = 5;
  private static final int LONGEST_TITLE = 60;

  private final Terminal terminal;
  private final boolean json;

  SyncReport(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /** Says what would be removed, and files nothing; gives the exit code. */
  int foretell(ReadOptions read, IndexOption where, FilesRead filesRead) throws IOException {
    LookingOver over = new LookingOver(terminal, filesRead);
    StoryFiles files = read.files().except(filesRead::has);
    List<Path> folders = new ArrayList<>();
    for (String path : read.paths()) {
      if (over.read(files, path)) {
        folders.add(Path.of(path));
      }
    }
    Sync sync = new Sync(filesRead, folders);
    List<Story> stories = stories(sync, where);
    if (json) {
      terminal.print(
          JsonLine.object(object -> {
            object.writeNumberProperty("to_read", over.stories());
            JsonLine.strings(object, "to_remove", stories.stream().map(Story::id).toList());
          }));
    } else {
      stories.forEach(this::tell);
      terminal.prose(
          Text.count(stories.size(), "story", "stories")
              + " would be removed, "
              + Text.number(over.stories())
              + " filed");
    }
    tellKept(terminal, sync);
    boolean failed = folders.size() < read.paths().size();
    boolean nothing = stories.isEmpty() && over.stories() == 0;
    return failed
        ? Exit.FAILED
        : over.skipped() > 0 ? Exit.PARTLY : nothing ? Exit.NOTHING : Exit.DONE;
  }

  private static List<Story> stories(Sync sync, IndexOption where) throws IOException {
    try (StoryIndex index = where.open()) {
      return sync.stories(index);
    } catch (NoIndexException e) {
      return List.of(); // there is nothing yet that could be removed
    }
  }

  private void tell(Story story) {
    String from = story.origin().map(origin -> "  (" + origin + ")").orElse("");
    String title = story.headline().orElse(Text.cut(story.body().strip(), LONGEST_TITLE));
    terminal.print(Text.safe(story.id() + "  " + title + from));
  }

  /** Says which files' stories stay, though nobody can tell whether they have gone. */
  static void tellKept(Terminal terminal, Sync sync) {
    int told = 0;
    for (Map.Entry<Path, String> file : sync.kept().entrySet()) {
      if (told++ == TOLD) {
        terminal.say("(and " + Text.number(sync.kept().size() - TOLD) + " files more)");
        return;
      }
      terminal.say(Text.safe("kept what was read from " + file.getKey() + ": " + file.getValue()));
    }
  }
}
