package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same comes out wherever the process runs. */
@Tag("ci")
class PlaceTest {
  private static final Path HOME = Path.of(System.getProperty("java.home"));
  private static final Path PAGE = Corpora.testdata("demo/edition-page.txt");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=tr -Duser.country=TR",
        "-Duser.language=ar -Duser.country=EG -Djava.locale.providers=CLDR",
        "-Duser.timezone=Pacific/Kiritimati",
        "-Duser.timezone=Pacific/Pago_Pago",
        "-Xss256k",
        "-Dfile.encoding=ISO-8859-1"
      })
  void whateverTheSettings(String settings) throws Exception {
    isTheSame(HOME, Map.of(), List.of(settings.split(" ")), "there");
  }

  @Test
  void whateverTheLocaleOfTheSystem() throws Exception {
    isTheSame(HOME, Map.of("LC_ALL", "C"), List.of(), "there");
  }

  @Test
  void onJava21() throws Exception {
    Optional<Path> java = java21();
    assumeTrue(java.isPresent(), "no Java 21 in /usr/lib/jvm");
    isTheSame(java.orElseThrow(), Map.of(), List.of(), "there");
  }

  private static Optional<Path> java21() throws IOException {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(all)) {
      return found
          .filter(java -> Files.isExecutable(java.resolve("bin/java")))
          .filter(java -> java.getFileName().toString().contains("21"))
          .findFirst();
    }
  }

  private void isTheSame(
      Path java, Map<String, String> environment, List<String> settings, String name)
      throws Exception {
    String here = PlaceRun.run(folder.resolve("here"), PAGE);
    Path there = folder.resolve(name);
    String said =
        Child.run(java, environment, settings, PlaceRun.class, there.toString(), PAGE.toString());
    assertThat(said).endsWith("\n" + here);
  }
}
