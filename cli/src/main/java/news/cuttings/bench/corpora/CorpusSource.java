package news.cuttings.bench.corpora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a corpus comes from, as one argument that another process can be given. */
public final class CorpusSource {
  private static final String GENERATED = "generated:";

  private CorpusSource() {}

  /** So many invented stories. */
  public static String generated(long stories, long seed) {
    return GENERATED + stories + ":" + seed;
  }

  /**
   * The corpus of that argument: invented stories, or the stories at a path; of a folder with
   * {@code stories*} or {@code corpus.jsonl} those alone.
   *
   * @throws NoSuchFileException where nothing is at the path
   */
  public static Corpus read(String source) throws IOException {
    if (source.startsWith(GENERATED)) {
      String[] parts = source.split(":", -1);
      return new GeneratedCorpus(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
    Path path = Path.of(source);
    if (!Files.exists(path)) {
      throw new NoSuchFileException(source);
    }
    if (Files.isDirectory(path) && isEvalFolder(path)) {
      return EvalFolder.of(path).stories();
    }
    return Corpus.of(
        String.valueOf(path.toAbsolutePath().normalize().getFileName()), List.of(path));
  }

  private static boolean isEvalFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .anyMatch(name -> name.startsWith("stories") || name.startsWith("corpus.jsonl"));
    }
  }
}
