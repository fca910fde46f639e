package news.cuttings.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    boolean found = false;
    boolean wrong = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isBlank()) {
        continue;
      }
      int tab = line.indexOf('\t');
      String qid = tab < 0 ? line : line.substring(0, tab);
      Optional<Results> results = asking.ask(tab < 0 ? line : line.substring(tab + 1));
      if (results.isPresent()) {
        answers.print(results.get(), qid);
        found |= !results.get().isEmpty();
      } else {
        wrong = true;
      }
    }
    return wrong ? Exit.PARTLY : found ? Exit.DONE : Exit.NOTHING;
  }
}
