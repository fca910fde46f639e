package news.cuttings.bench.timing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * JVMs like this one that search fast: with the same flags and classes, and Java's vector module,
 * which Lucene uses where it is there. That the JVM announces the module is kept from the results.
 */
final class Jvm {
  private static final String VECTORS = "jdk.incubator.vector";

  private Jvm() {}

  /** The command that starts one with that class and those arguments. */
  static List<String> command(Class<?> main, List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(
        ProcessHandle.current()
            .info()
            .command()
            .orElse(Path.of(System.getProperty("java.home", ""), "bin", "java").toString()));
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!flag.startsWith("-agentlib") && !flag.startsWith("-javaagent")) {
        command.add(flag);
      }
    }
    if (ModuleFinder.ofSystem().find(VECTORS).isPresent()) {
      command.add("--add-modules=" + VECTORS);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), main.getName()));
    command.addAll(args);
    return command;
  }

  /** Starts a process; what it says on standard error goes to this one's. */
  static Process start(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    Thread errors = new Thread(() -> passOn(process), "errors of " + process.pid());
    errors.setDaemon(true);
    errors.start();
    return process;
  }

  private static void passOn(Process process) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), Charset.defaultCharset()))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!isAnnouncement(line)) {
          System.err.println(line);
        }
      }
    } catch (IOException e) {
      System.err.println("what a measuring process said could not be read: " + e.getMessage());
    }
  }

  /** Whether the line is the JVM's, on its modules. */
  static boolean isAnnouncement(String line) {
    return line.startsWith("WARNING: Using incubator modules: ");
  }
}
