package news.cuttings.bench.quality;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests' data is, as core's tests have it: tests run in the module's folder. */
public final class Corpora {
  private static final Path PROJECT = Path.of("..");

  private Corpora() {}

  /** A file or folder of the project's own {@code testdata}. */
  public static Path testdata(String name) {
    return PROJECT.resolve("testdata").resolve(name);
  }

  /** A file or folder of the real corpora; the test is skipped, saying so, where it is absent. */
  static Path shared(String name) {
    Path path = PROJECT.resolve("../shared/data").resolve(name);
    assumeTrue(Files.exists(path), () -> "skipped: the corpus " + name + " is not in shared/data");
    return path;
  }
}
