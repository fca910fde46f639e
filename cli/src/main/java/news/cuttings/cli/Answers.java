package news.cuttings.cli;

import java.util.Locale;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.Results.Total;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How answers are printed: hits on standard output, what is said of them on standard error. */
final class Answers {
  private final Terminal terminal;

  @Option(names = "--json", description = "Print each hit as one JSON object.")
  private boolean json;

  @Option(
      names = "--summary",
      description =
          "After the hits say how the query was read, the total and the time; with --json"
              + " as a last object.")
  private boolean summary;

  Answers(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Whether the total is told. */
  boolean tellTotal() {
    return summary || (!json && terminal.isWatched());
  }

  /**
   * Prints an answer.
   *
   * @param qid the id of the query in a batch; null outside one
   */
  void print(Results results, @Nullable String qid) {
    HitText text = new HitText(terminal);
    if (!json && qid != null && !results.isEmpty()) {
      terminal.print(terminal.ink().strong(Text.safe(qid)));
    }
    for (Hit hit : results) {
      if (json) {
        terminal.print(HitJson.of(hit, qid));
      } else {
        text.print(hit);
      }
    }
    if (json && summary) {
      terminal.print(HitJson.summary(results, qid));
    } else if (!json) {
      say(results);
    }
    terminal.flush();
  }

  private void say(Results results) {
    Ink ink = terminal.errorInk();
    results
        .warnings()
        .forEach(warning -> terminal.say(ink.wrong("note: ") + Text.safe(warning.message())));
    for (String line : Text.wrapped(Text.safe(sentence(results)), terminal.width(), "")) {
      terminal.say(ink.faint(line));
    }
    if (summary) {
      results.cursor().ifPresent(cursor -> terminal.say(ink.faint("go on with --after " + cursor)));
    }
  }

  private String sentence(Results results) {
    String found = results.isEmpty() ? "nothing found: " : "read as: ";
    String total = tellTotal() && !results.isEmpty() ? "; " + total(results.total()) : "";
    return found
        + results.interpretation()
        + total
        + String.format(Locale.ROOT, "; %.1f ms", results.took().toNanos() / 1e6);
  }

  private static String total(Total total) {
    String stories = Text.count(total.stories(), "story", "stories");
    return total.exact() ? stories : "at least " + stories;
  }
}
