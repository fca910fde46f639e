package news.cuttings.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script by which a shell completes verbs and options. */
@Command(
    name = "completion",
    abbreviateSynopsis = true,
    header = "Print the script by which bash or zsh completes verbs and options.",
    footer = {"", "For example:  source <(cuttings completion)"})
final class CompletionVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  CompletionVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    AutoComplete.bash("cuttings", Objects.requireNonNull(spec).root().commandLine())
        .lines()
        .forEach(terminal::print);
    return Exit.DONE;
  }
}
