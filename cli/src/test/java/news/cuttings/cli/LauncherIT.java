package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a user runs it, in the checkout and from the zip. */
class LauncherIT {
  private static final Path LAUNCHER = Path.of("bin/cuttings").toAbsolutePath();

  @TempDir private Path folder;

  private record Ended(int code, String out, String err) {}

  private Ended run(Path launcher, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
    command.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), read(out), read(err));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
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
    Path launcher = unpack(zip()).resolve("bin/cuttings");
    Map<String, String> environment = Map.of("CUTTINGS_JAVA_HOME", System.getProperty("java.home"));
    assertThat(run(launcher, environment, "--version").code()).isZero();
    Ended demo = run(launcher, environment, "demo");
    assertThat(demo.err()).isEmpty();
    assertThat(demo.code()).isZero();
  }

  private static Path zip() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
  }

  private Path unpack(Path zip) throws IOException {
    Path top = folder;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path to = folder.resolve(entry.getName()).normalize();
        assertThat(to).startsWithRaw(folder);
        if (top.equals(folder)) {
          top = folder.resolve(Path.of(entry.getName()).getName(0));
        }
        if (entry.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.resolve(".."));
          Files.copy(in, to);
        }
      }
    }
    return top;
  }
}
