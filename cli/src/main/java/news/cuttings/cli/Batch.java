package news.cuttings.cli;

import java.io.IOException;
import java.util.Optional;
import news.cuttings.query.Results;

/** Answers one question a line of standard input: {@code QID<TAB>QUESTION}, or a question alone. */
final class Batch {
  private final Terminal terminal;
  private final Answers answers;

  /** Answers a question; empty where it was wrong, which has been told. */
  interface Asking {
    Optional<Results> ask(String question) throws IOException;
  }

  Batch(Terminal terminal, Answers answers) {
    this.terminal = terminal;
    this.answers = answers;
  }

  /** Runs to the end of the input; gives the exit code. */
  int run(Asking asking) throws IOException {
    terminal.dontPage();
    StdinLines lines = new StdinLines(terminal.in());
    boolean found = false;
    boolean wrong = false;
    boolean cut = false;
    for (StdinLines.Line next = lines.next(); next != null; next = lines.next()) {
      String line = next.text();
      if (next.isTooLong()) {
        terminal.say(
            "line "
                + next.number()
                + " of the input was not asked: it is longer than "
                + Text.number(StdinLines.LONGEST)
                + " characters");
        wrong = true;
        continue;
      }
      if (line.isBlank()) {
        continue;
      }
      int tab = line.indexOf('\t');
      String qid = tab < 0 ? line : line.substring(0, tab);
      Optional<Results> results = asking.ask(tab < 0 ? line : line.substring(tab + 1));
      if (results.isPresent()) {
        answers.print(results.get(), qid);
        found |= !results.get().isEmpty();
        cut |= results.get().partial();
      } else {
        wrong = true;
      }
    }
    return Exit.of(!found, wrong || cut);
  }
}
