package news.cuttings.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the main job step by step. */
@Command(
    name = "demo",
    abbreviateSynopsis = true,
    header = "Show the main job, step by step, on the data that comes along.")
final class DemoVerb implements Callable<Integer> {
  private final Terminal terminal;

  DemoVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.print("");
    return Exit.DONE;
  }
}
