package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project in {@code src/test/modules}, which requires {@code news.cuttings} and nothing else:
 * compiled, run and linked on the module path. Nothing is said on standard error with the flags
 * that the README names.
 */
class ModulePathIT {
  private static final Path SOURCES = Path.of("src/test/modules");
  private static final Path LIB = Path.of("target/lib").toAbsolutePath();
  private static final String NATIVE = "--enable-native-access=org.apache.lucene.core";
  private static final String QUIET = "-Djava.util.logging.config.file=bin/logging.properties";

  @TempDir private Path folder;
  private Path classes;

  @BeforeEach
  void compile() {
    classes = folder.resolve("classes");
    tool(
        "javac",
        "-Xlint:all",
        "-Werror",
        "-p",
        LIB.toString(),
        "-d",
        classes.toString(),
        SOURCES.resolve("module-info.java").toString(),
        SOURCES.resolve("newsroom/Newsroom.java").toString());
  }

  @Test
  void runs() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = LIB + System.getProperty("path.separator") + classes;
    assertWorks(java, QUIET, NATIVE, "-p", path, "-m", "newsroom/newsroom.Newsroom");
  }

  @Test
  void isLinked() throws Exception {
    Path image = folder.resolve("image");
    tool(
        "jlink",
        "-p",
        LIB + System.getProperty("path.separator") + classes,
        "--add-modules",
        "newsroom",
        "--output",
        image.toString());
    String java = image.resolve("bin").resolve("java").toString();
    assertWorks(java, QUIET, NATIVE, "-m", "newsroom/newsroom.Newsroom");
  }

  private void assertWorks(String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command));
    words.add(folder.resolve("index").toString());
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(err, StandardCharsets.UTF_8)).isEmpty();
    assertThat(Files.readAllLines(out))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith("Ferry late: Said Ada Loy. "),
            line -> assertThat(line).startsWith("Ferry sold: Nobody, it seems, was asked."),
            line -> assertThat(line).startsWith("Ferry found: It lay at anchor."),
            line -> assertThat(line).isEqualTo("2 like it"),
            line -> assertThat(line).isEqualTo("no cluster"));
    assertThat(process.exitValue()).isZero();
  }

  private static void tool(String name, String... args) {
    StringWriter said = new StringWriter();
    PrintWriter to = new PrintWriter(said, true);
    int code = ToolProvider.findFirst(name).orElseThrow().run(to, to, args);
    assertThat(said.toString()).isEmpty();
    assertThat(code).isZero();
  }
}
