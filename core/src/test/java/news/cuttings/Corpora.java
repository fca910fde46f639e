package news.cuttings;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests' data is: the project's own, and the real corpora beside it. */
public final class Corpora {
  private Corpora() {}

  /** A file or folder of the project's own {@code testdata}. */
  public static Path testdata(String name) {
    return project().resolve("testdata").resolve(name);
  }

  /** A file or folder of the real corpora; the test is skipped, saying so, where it is absent. */
  public static Path shared(String name) {
    Path path = project().resolve("../shared/data").resolve(name).normalize();
    assumeTrue(Files.exists(path), () -> "skipped: the corpus " + name + " is not in shared/data");
    return path;
  }

  /** The top of the project: a module's tests run in the module's folder. */
  private static Path project() {
    return Path.of("").toAbsolutePath().resolve("..").normalize();
  }
}
