package news.cuttings.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The invented news that comes along. */
final class TestData {
  private TestData() {}

  /**
   * A file or folder of it.
   *
   * @throws Failure where it is not there
   */
  static Path folder(String name) {
    return find(name)
        .orElseThrow(() ->
            new Failure(
                Exit.FAILED,
                name + " is not in " + data() + "; call it by bin/cuttings, or name a path"));
  }

  /** A file or folder of it; empty where it is not there. */
  static Optional<Path> find(String name) {
    return Optional.of(data().resolve(name)).filter(Files::exists);
  }

  private static Path data() {
    return Path.of(System.getProperty("cuttings.testdata", "testdata"));
  }
}
