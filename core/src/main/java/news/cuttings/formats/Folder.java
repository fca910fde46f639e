package news.cuttings.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.formats.io.Failure;
import news.cuttings.story.Origin;

/**
 * Goes through the files below a folder in the order of their names. Each real folder is entered
 * once, so that a loop of symbolic links ends; hidden files and folders are passed over.
 */
final class Folder {
  /** As browsers name it in their languages. */
  private static final Pattern OF_PAGE =
      Pattern.compile(
          "(.+)[_-](?:files|dateien|fichiers|archivos|ficheros|arquivos|file|bestanden|filer|pliki|soubory|elemei|tiedostot"
              + "|dosyalar|файлы|файли|αρχεία)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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
        if (isOfPage(child, children)) {
          passOver(child, "what a saved web page shows");
        } else {
          read(child);
        }
      } else if (Files.isRegularFile(child) || !Files.exists(child)) {
        files.accept(child);
      } else {
        passOver(child, "no regular file");
      }
    }
  }

  /** Whether a browser made the folder for what a page beside it shows: {@code page_files}. */
  private static boolean isOfPage(Path folder, List<Path> beside) {
    Matcher name = OF_PAGE.matcher(folder.getFileName().toString());
    return name.matches()
        && beside.stream()
            .map(path -> path.getFileName().toString().toLowerCase(Locale.ROOT))
            .anyMatch(file ->
                file.equals(name.group(1).toLowerCase(Locale.ROOT) + ".html")
                    || file.equals(name.group(1).toLowerCase(Locale.ROOT) + ".htm"));
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
