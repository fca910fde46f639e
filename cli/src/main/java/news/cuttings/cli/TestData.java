package news.cuttings.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The invented news that comes along. */
final class TestData {
  private TestData() {}

  /**
   * A file or folder of it.
   *
   * @throws Failure where it is not there
   */
  static Path folder(String name) {
    Path data = Path.of(System.getProperty("cuttings.testdata", "testdata"));
    if (!Files.exists(data.resolve(name))) {
      throw new Failure(
          Exit.FAILED, name + " is not in " + data + "; call it by bin/cuttings, or name a path");
    }
    return data.resolve(name);
  }
}
