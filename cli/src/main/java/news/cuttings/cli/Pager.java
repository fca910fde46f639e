package news.cuttings.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The program that shows what is more than a screen, as git has it: {@code $PAGER}, else {@code
 * less}; none where it is empty or {@code cat}. {@code less} is told to leave on the screen what it
 * showed and to let colours through ({@code LESS=FRX}) where the environment says nothing else.
 */
final class Pager {
  private static final String USUAL = "less";

  /** With one of them it is for the shell to say what is called. */
  private static final Pattern SHELL = Pattern.compile("[|&;<>()$`\\\\\"'*?\\[#~=%]");

  private final Process process;
  private final Thread waiting;

  /** Starts a pager, or says that there is none. */
  interface Starter {
    Optional<Pager> start(Map<String, String> environment);
  }

  private Pager(Process process) {
    this.process = process;
    waiting = new Thread(this::await, "pager"); // a shell that is back before it tears the screen
    try {
      Runtime.getRuntime().addShutdownHook(waiting);
    } catch (IllegalStateException e) {
      // the process is ending; what is left to be shown is
    }
  }

  /** Starts the one that the environment names; empty where it names none, or none that is here. */
  static Optional<Pager> start(Map<String, String> environment) {
    String command = named(environment);
    if (command.isBlank() || command.strip().equals("cat") || !isHere(command, environment)) {
      return Optional.empty();
    }
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putIfAbsent("LESS", "FRX");
    builder.environment().putIfAbsent("LV", "-c");
    try {
      return Optional.of(new Pager(builder.start()));
    } catch (IOException e) {
      return Optional.empty(); // no shell: it is shown without
    }
  }

  private static String named(Map<String, String> environment) {
    String usual = "dumb".equals(environment.get("TERM")) ? "" : USUAL; // which cannot go back
    return environment.getOrDefault("PAGER", usual);
  }

  /** Whether there is such a program; a shell that finds none would lose what it is to show. */
  private static boolean isHere(String command, Map<String, String> environment) {
    String program = command.strip().split("\\s+", 2)[0];
    if (SHELL.matcher(program).find()) {
      return true;
    }
    String folders = program.contains("/") ? "" : environment.getOrDefault("PATH", "");
    for (String folder : folders.split(File.pathSeparator, -1)) {
      try {
        Path file = Path.of(folder, program);
        if (Files.isExecutable(file) && !Files.isDirectory(file)) {
          return true;
        }
      } catch (InvalidPathException e) {
        // no folder of that name
      }
    }
    return false;
  }

  /** What it shows. */
  OutputStream input() {
    return process.getOutputStream();
  }

  /** Waits until the person who looks has left it. */
  void await() {
    boolean isInterrupted = false;
    while (true) {
      try {
        process.waitFor();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the process end without waiting again. */
  void left() {
    try {
      Runtime.getRuntime().removeShutdownHook(waiting);
    } catch (IllegalStateException e) {
      // it is ending, and waits
    }
  }
}
