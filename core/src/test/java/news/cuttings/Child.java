package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a class of the tests in a JVM of its own, with other settings than this one has. */
final class Child {
  private Child() {}

  /** Runs it on this JVM's Java; fails unless it ends well, and gives what it said. */
  static String run(List<String> settings, Class<?> main, String... arguments) throws Exception {
    return run(Path.of(System.getProperty("java.home")), Map.of(), settings, main, arguments);
  }

  /** Runs it on that Java. */
  static String run(
      Path java,
      Map<String, String> environment,
      List<String> settings,
      Class<?> main,
      String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString(), "-ea"));
    command.addAll(settings);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process child = builder.start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
    return said;
  }

  /** Starts it on this JVM's Java, to be talked to and ended by the caller. */
  static Process start(Class<?> main, Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
