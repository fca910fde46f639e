package news.cuttings.bench.corpora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import news.cuttings.bench.results.BadFileException;
import news.cuttings.formats.StoryFiles;

/**
 * A folder that holds an {@link EvalSet}: {@code stories*} in any format, {@code queries.tsv} or
 * {@code topics*} with {@code qrels.txt}, and, for more like this, {@code mlt-qrels.txt}; or BEIR's
 * {@code corpus.jsonl}, {@code queries.jsonl} and {@code qrels/test.tsv}, each of them plain or
 * {@code .gz} where it holds stories.
 */
public final class EvalFolder {
  private final Path folder;

  private EvalFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * That folder.
   *
   * @throws NoSuchFileException where there is none
   */
  public static EvalFolder of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    return new EvalFolder(folder);
  }

  /** The folder's name. */
  public String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /** Whether it has judged topics. */
  public boolean hasSearch() throws IOException {
    return !named("qrels.txt").isEmpty() || Files.isDirectory(folder.resolve("qrels"));
  }

  /** Whether it has judged sources for more like this. */
  public boolean hasLike() throws IOException {
    return !named("mlt-qrels.txt").isEmpty();
  }

  /** Its search set. */
  public EvalSet search() throws IOException {
    Path topics = one("topics", "queries.tsv", "queries.jsonl", "topics*");
    return EvalSet.search(
        name(), stories(), topics, one("judgments", "qrels.txt", "qrels/test.tsv"));
  }

  /** Its set for more like this. */
  public EvalSet like() throws IOException {
    return EvalSet.like(name(), stories(), one("judgments of stories", "mlt-qrels.txt"));
  }

  /** Its stories. */
  public Corpus stories() throws IOException {
    List<Path> beir = named("corpus.jsonl*");
    if (!beir.isEmpty()) {
      return Corpus.of(name(), beir, StoryFiles.byContent().names(Beir.NAMES));
    }
    List<Path> stories = named("stories*");
    if (stories.isEmpty()) {
      throw new BadFileException(folder + ": no stories* or corpus.jsonl in it");
    }
    return Corpus.of(name(), stories);
  }

  private Path one(String what, String... names) throws IOException {
    for (String name : names) {
      List<Path> found = named(name);
      if (!found.isEmpty()) {
        return found.get(0);
      }
    }
    throw new BadFileException(
        folder + ": no " + what + " in it (" + String.join(", ", names) + ")");
  }

  /** The files of that name, in order; a {@code *} at its end stands for the rest of a name. */
  private List<Path> named(String name) throws IOException {
    if (!name.endsWith("*")) {
      Path file = folder.resolve(name);
      return Files.exists(file) ? List.of(file) : List.of();
    }
    String start = name.substring(0, name.length() - 1);
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> String.valueOf(file.getFileName()).startsWith(start))
          .sorted()
          .toList();
    }
  }
}
