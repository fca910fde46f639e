package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.cuttings.cli.Launched.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a user runs it, in the checkout and from the zip. */
class LauncherIT {
  private static final Path LAUNCHER = Path.of("bin/cuttings").toAbsolutePath();

  @TempDir private Path folder;

  private Launched launched;

  @BeforeEach
  void begin() {
    launched = new Launched(folder);
  }

  private Ended run(Path launcher, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    return launched.run(launcher, environment, args);
  }

  @Test
  void tellsItsVersionAndJava() throws Exception {
    Ended ended = run(LAUNCHER, Map.of(), "--version");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("cuttings ").contains("Java ");
    assertThat(ended.code()).isZero();
  }

  @Test
  void argumentsArriveWholeInAnyLocale() throws Exception {
    Path story = folder.resolve("stöory.jsonl");
    Files.writeString(
        story, "{\"id\":\"a\",\"headline\":\"Alicia Bárcena speaks\",\"body\":\"\"}\n");
    for (String locale : List.of("C", "POSIX", "en_US.ISO-8859-1", "C.UTF-8")) {
      Map<String, String> environment = Map.of("LC_ALL", locale);
      String index = "índex-" + locale;
      Ended filed = run(LAUNCHER, environment, "index", "--index", index, story.toString());
      assertThat(filed.err()).as(locale).isEmpty();
      assertThat(filed.code()).isZero();
      assertThat(folder.resolve(index)).isDirectory();
      Ended found = run(LAUNCHER, environment, "search", "--index", index, "Bárcena");
      assertThat(found.out()).as(locale).contains("Alicia Bárcena speaks");
      assertThat(found.err()).as(locale).contains("Bárcena");
      assertThat(found.code()).isZero();
    }
  }

  @Test
  void isFoundThroughLinksAndFoldersWithSpaces() throws Exception {
    Path there = Files.createDirectories(folder.resolve("a folder"));
    Path link = Files.createSymbolicLink(there.resolve("news"), LAUNCHER);
    assertThat(run(link, Map.of(), "--version").code()).isZero();
    Files.delete(link);
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Path old = Files.createDirectories(folder.resolve("old/bin"));
    Files.createFile(old.resolve("java")).toFile().setExecutable(true);
    Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"17.0.15\"\n");
    Ended ended =
        run(LAUNCHER, Map.of("CUTTINGS_JAVA_HOME", folder.resolve("old").toString()), "stats");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("21 or later");
  }

  @Test
  void passesAnOldJavaHomeOver() throws Exception {
    Path old = Files.createDirectories(folder.resolve("old/bin"));
    Files.createFile(old.resolve("java")).toFile().setExecutable(true);
    Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"1.8.0_402\"\n");
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME", folder.resolve("old").toString(),
            "CUTTINGS_JAVA_HOME", System.getProperty("java.home"));
    assertThat(run(LAUNCHER, environment, "--version").code()).isZero();
  }

  @Test
  void zipNeedsNothingButJava() throws Exception {
    Path launcher = launched.unpack().resolve("bin/cuttings");
    Map<String, String> environment = Map.of("CUTTINGS_JAVA_HOME", System.getProperty("java.home"));
    assertThat(run(launcher, environment, "--version").code()).isZero();
    Ended demo = run(launcher, environment, "demo");
    assertThat(demo.err()).isEmpty();
    assertThat(demo.code()).isZero();
  }
}
