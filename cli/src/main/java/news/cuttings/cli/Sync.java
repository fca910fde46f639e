package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.cuttings.StoryIndex;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;

/**
 * Finds the stories that folders gave once and have no longer: those of files that have gone, and
 * those that a file gave before it was changed. Where it cannot be told whether a file has gone, as
 * in a folder that cannot be read or is empty, for it may be a disk that is not there today, its
 * stories stay. So does a story that another file has too.
 */
final class Sync {
  private final FilesRead filesRead;
  private final Set<Path> gone = new LinkedHashSet<>();
  private final Set<Path> changed = new LinkedHashSet<>();
  private final Map<Path, String> kept = new LinkedHashMap<>();
  private final Map<Path, Optional<String>> doubts = new HashMap<>();
  private Marks marks = Marks.NONE;

  /** Looks at the files that are remembered of those folders, which have been read as they are. */
  Sync(FilesRead filesRead, List<Path> folders) {
    this.filesRead = filesRead;
    Map<Path, FilesRead.Read> files = filesRead.all();
    for (Path folder : folders) {
      look(FilesRead.name(folder), files);
    }
    List<Marks> lost = new ArrayList<>();
    List<Marks> held = new ArrayList<>();
    files.forEach((file, read) -> {
      if (gone.contains(file)) {
        lost.add(read.stories());
        lost.add(read.former());
      } else {
        held.add(read.stories());
        if (changed.contains(file)) {
          lost.add(read.former());
        }
      }
    });
    marks = Marks.all(lost).minus(Marks.all(held));
  }

  private void look(Path folder, Map<Path, FilesRead.Read> files) {
    Set<Path> missing = new LinkedHashSet<>();
    boolean isAnyHere = false;
    for (Map.Entry<Path, FilesRead.Read> known : files.entrySet()) {
      Path file = known.getKey();
      if (!file.startsWith(folder)) {
        continue;
      }
      Optional<String> doubt = doubt(file, folder);
      if (doubt.isPresent()) {
        kept.put(file, doubt.get());
      } else if (isHere(file)) {
        isAnyHere |= !filesRead.doubtful().contains(file);
        look(file, known.getValue());
      } else {
        missing.add(file);
      }
    }
    if (isAnyHere) {
      gone.addAll(missing);
    } else {
      missing.forEach(file -> kept.put(file, "no file of " + folder + " is there any more"));
    }
  }

  private void look(Path file, FilesRead.Read read) {
    if (filesRead.doubtful().contains(file)) {
      kept.put(file, "not all of it could be read, or no story is in it now");
    } else if (!read.former().isEmpty()) {
      changed.add(file);
    }
  }

  private static boolean isHere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Why it cannot be told whether the file is there; empty where it can. */
  private Optional<String> doubt(Path file, Path folder) {
    for (Path part = file; part != null && part.startsWith(folder); part = part.getParent()) {
      if (isHere(part)) {
        return part.equals(file) ? Optional.empty() : doubts.computeIfAbsent(part, Sync::doubt);
      }
      if (!Files.notExists(part, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(part + " cannot be looked at");
      }
    }
    return Optional.of(folder + " is not there");
  }

  /** Why what was in the folder may be there still; empty where it is not. */
  private static Optional<String> doubt(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.of(folder + " is no folder that can be read");
    }
    try (DirectoryStream<Path> children =
        Files.newDirectoryStream(
            folder, child -> !String.valueOf(child.getFileName()).startsWith("."))) {
      return children.iterator().hasNext()
          ? Optional.empty()
          : Optional.of(folder + " is empty; remove it if its stories are to go");
    } catch (IOException e) {
      return Optional.of(folder + " cannot be read");
    }
  }

  /** The stories that have gone, as they are in the index. */
  List<Story> stories(StoryIndex index) throws IOException {
    List<Story> stories = new ArrayList<>();
    if (!marks.isEmpty()) {
      for (String id : index.idsWithPrefix("", Integer.MAX_VALUE)) {
        if (marks.has(id)) {
          index.story(id).filter(Sync::isOfAFile).ifPresent(stories::add);
        }
      }
    }
    return stories;
  }

  /** Whoever filed the story again by other ways wants it kept. */
  private static boolean isOfAFile(Story story) {
    return story.origin().map(Origin::file).filter(file -> !file.equals("-")).isPresent();
  }

  /** Remembers that what has gone has been removed. */
  void done() throws IOException {
    if (!gone.isEmpty() || !changed.isEmpty()) {
      filesRead.removed(gone, changed);
    }
  }

  /** Files that have gone. */
  Set<Path> gone() {
    return gone;
  }

  /** Files whose stories are not removed, and why. */
  Map<Path, String> kept() {
    return kept;
  }
}
