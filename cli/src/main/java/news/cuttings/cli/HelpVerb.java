package news.cuttings.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the help of a verb, as the verb's own {@code --help} does. */
@Command(
    name = "help",
    abbreviateSynopsis = true,
    header = "Say what a verb does; alone, what verbs there are.",
    footer = {"", "For example:  cuttings help search"})
final class HelpVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "VERB", description = "The verb.")
  private List<String> verbs = List.of();

  HelpVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CommandLine command = Cuttings.commandLine(terminal);
    for (String verb : verbs) {
      CommandLine next = command.getSubcommands().get(verb);
      if (next == null) {
        throw new Failure(Exit.FAILED, Misuse.noVerb(verb, command));
      }
      command = next;
    }
    command.usage(Objects.requireNonNull(spec).commandLine().getOut());
    return Exit.DONE;
  }
}
