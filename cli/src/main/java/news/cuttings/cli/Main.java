package news.cuttings.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import news.cuttings.query.QuerySyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a line of arguments. */
public final class Main {
  private final Terminal terminal;

  private Main(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the arguments on the process's own streams and ends it with the exit code. */
  public static void main(String[] args) {
    Terminal terminal =
        Terminal.of(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getenv());
    AtomicReference<@Nullable Throwable> crash = new AtomicReference<>();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> crash.set(e));
    terminal.pagedBy(Pager::start);
    Main main = new Main(terminal);
    int code = main.run(args);
    Throwable elsewhere = crash.get();
    System.exit(elsewhere == null || code == Exit.FAILED ? code : main.crashed(elsewhere, args));
  }

  /** Runs the arguments; gives the exit code. */
  static int run(Terminal terminal, String... args) {
    return new Main(terminal).run(args);
  }

  private int run(String... args) {
    int code = executed(args);
    try {
      terminal.finish();
      return code;
    } catch (Terminal.OutputFailure e) {
      return outputFailed(e);
    }
  }

  private int executed(String... args) {
    try {
      return commandLine(args).execute(args);
    } catch (Terminal.OutputFailure e) {
      return outputFailed(e);
    } catch (RuntimeException | Error e) { // whatever it is: 1 would say that nothing was found
      return crashed(e, args);
    }
  }

  private int paged(ParseResult parsed) {
    if (Cuttings.isPaged(parsed)) {
      terminal.page();
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private int crashed(Throwable e, String... args) {
    try {
      tell(said(e), e, List.of(args).contains("--debug"));
    } catch (Terminal.OutputFailure again) {
      // there is nobody left to tell
    }
    return Exit.FAILED;
  }

  private int outputFailed(Terminal.OutputFailure e) {
    if (e.isClosedPipe()) {
      return Exit.DONE;
    }
    try {
      terminal.say("cuttings: the output could not be written: " + e.getMessage());
    } catch (Terminal.OutputFailure again) {
      // there is nobody left to tell
    }
    return Exit.FAILED;
  }

  private CommandLine commandLine(String... args) {
    CommandLine commands = Cuttings.commandLine(terminal, args);
    commands.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    commands.setParameterExceptionHandler((e, given) -> misused(e));
    commands.setExecutionStrategy(this::paged);
    commands.setOut(writer(true));
    commands.setErr(writer(false));
    return commands;
  }

  /** Help goes where results go. */
  private PrintWriter writer(boolean results) {
    return new PrintWriter(new LineWriter(results ? terminal::print : terminal::say), true);
  }

  private int misused(ParameterException e) {
    CommandLine command = e.getCommandLine();
    terminal.fault(Misuse.said(e));
    String name = command.getCommandSpec().qualifiedName();
    if (e instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
      terminal.say("what begins with - and is no option comes after --");
    }
    String synopsis =
        command.getSubcommands().isEmpty()
            ? HelpText.synopsis(command.getCommandSpec())
            : name + " VERB …";
    terminal.say("usage: " + synopsis + "; for more, " + name + " --help");
    return Exit.FAILED;
  }

  private int failed(Exception e, CommandLine command) {
    if (e instanceof Terminal.OutputFailure output) {
      return outputFailed(output);
    }
    if (e instanceof ParameterException misuse) {
      return misused(misuse);
    }
    String place = command.getParseResult().matchedOptionValue("--index", "");
    tell(InCommands.said(plain(e), place), e, Cuttings.isDebugging(command));
    return e instanceof Failure failure ? failure.code() : Exit.FAILED;
  }

  private void tell(String sentence, Throwable e, boolean withTrace) {
    terminal.fault(sentence);
    if (withTrace) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(line -> terminal.say(Text.safe(line.replace("\t", "    "))));
    }
  }

  /** What was wrong, in a sentence. */
  static String said(Throwable e) {
    return InCommands.said(plain(e));
  }

  /** What was wrong, in the library's own words. */
  private static String plain(@Nullable Throwable e) {
    Optional<OutOfMemoryError> lack = lackOfMemory(e);
    return lack.isPresent() && !(e instanceof OutOfMemoryError)
        ? plain(lack.get()) + "; what was committed is safe"
        : sentence(e);
  }

  /** What was at the bottom of it may be that there was no memory. */
  private static Optional<OutOfMemoryError> lackOfMemory(@Nullable Throwable e) {
    int depth = 0;
    for (Throwable cause = e; cause != null && depth < 20; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError lack) {
        return Optional.of(lack);
      }
      if (cause instanceof ExceptionInInitializerError earlier && isOfMemory(earlier)) {
        return Optional.of(new OutOfMemoryError("Java heap space"));
      }
      depth++;
    }
    return Optional.empty();
  }

  /** A class that could not be made for want of it fails ever after, with this as the cause. */
  private static boolean isOfMemory(ExceptionInInitializerError earlier) {
    return String.valueOf(earlier.getMessage()).contains(OutOfMemoryError.class.getName());
  }

  private static String sentence(@Nullable Throwable e) {
    return switch (e) {
      case Failure failure -> String.valueOf(failure.getMessage());
      case UncheckedIOException io -> plain(io.getCause());
      case NoSuchFileException file -> file.getFile() + ": there is no such file or folder";
      case AccessDeniedException file -> file.getFile() + ": no permission to read or write it";
      case FileSystemException file -> String.valueOf(file.getMessage());
      case QuerySyntaxException syntax -> String.valueOf(syntax.getMessage());
      case IOException io -> String.valueOf(io.getMessage());
      case IllegalArgumentException argument -> String.valueOf(argument.getMessage());
      case OutOfMemoryError memory ->
          "there was not memory enough ("
              + memory.getMessage()
              + "); give Java more of it, as in"
              + " CUTTINGS_JAVA_OPTIONS=-Xmx4g";
      case null, default ->
          "something failed that should not: "
              + e
              + "; run the command again with --debug and report what it prints";
    };
  }
}
