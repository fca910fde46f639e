package news.cuttings.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.cuttings.formats.io.Failure;
import news.cuttings.story.Origin;

/**
 * Goes through the files below a folder in the order of their names. Each real folder is entered
 * once, so that a loop of symbolic links ends; hidden files and folders are passed over.
 */
final class Folder {
  private final Consumer<Path> files;
  private final Sink sink;
  private final Set<Path> entered = new HashSet<>();

  Folder(Consumer<Path> files, Sink sink) {
    this.files = files;
    this.sink = sink;
  }

  void read(Path folder) {
    List<Path> children;
    try {
      if (!entered.add(folder.toRealPath())) {
        return;
      }
      children = children(folder);
    } catch (IOException e) {
      sink.skipped(
          new Problem(
              Origin.of(folder.toString(), null, 0),
              "unreadable folder",
              "cannot be read: " + Failure.inWords(e)),
          "");
      return;
    }
    for (Path child : children) {
      if (child.getFileName().toString().startsWith(".")) {
        passOver(child, "hidden");
      } else if (Files.isDirectory(child)) {
        read(child);
      } else if (Files.isRegularFile(child) || !Files.exists(child)) {
        files.accept(child);
      } else {
        passOver(child, "no regular file");
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted(Comparator.comparing(path -> path.getFileName().toString())).toList();
    }
  }

  private void passOver(Path path, String reason) {
    sink.passedOver(new Problem(Origin.of(path.toString(), null, 0), reason, reason));
  }
}
