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

/** Runs the launcher as a process of its own, and unpacks the zip that it comes in. */
final class Launched {
  private final Path folder;

  /** What a process did. */
  record Ended(int code, String out, String err) {}

  /** A process that runs, and where its output goes. */
  record Running(Process process, Path out, Path err) {
    Ended ended() throws IOException, InterruptedException {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return new Ended(process.exitValue(), read(out), read(err));
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** Processes run in that folder. */
  Launched(Path folder) {
    this.folder = folder;
  }

  /** Runs it; no cache is made behind the test's back unless the environment says so. */
  Ended run(Path launcher, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    return start(launcher, environment, args).ended();
  }

  /** Starts it. */
  Running start(Path launcher, Map<String, String> environment, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
    command.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("CUTTINGS_AOT", "off");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Running(process, out, err);
  }

  /** Unpacks the zip; gives its top folder. */
  Path unpack() throws IOException {
    Path top = folder;
    try (ZipInputStream in =
        new ZipInputStream(Files.newInputStream(zip()), StandardCharsets.UTF_8)) {
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

  private static Path zip() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
  }
}
