package news.cuttings.cli;

import java.util.List;
import java.util.stream.Collectors;
import news.cuttings.query.Facet;
import news.cuttings.query.Facets;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.Results.Total;
import news.cuttings.query.Results.Warning;
import news.cuttings.query.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How answers are printed: hits on standard output, what is said of them on standard error. */
final class Answers {
  private final Terminal terminal;

  @Option(names = "--json", description = "Print each hit as one JSON object.")
  private boolean json;

  @Option(names = "--csv", description = "Print comma-separated values with a row of names.")
  private boolean csv;

  @Option(
      names = "--summary",
      description =
          "After the hits say how the query was read, the total and the time; with --json"
              + " as a last object.")
  private boolean summary;

  private boolean isHeaded;

  Answers(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Whether the total is told. */
  boolean tellTotal() {
    return summary || (!json && !csv && terminal.isWatched());
  }

  /**
   * Prints an answer.
   *
   * @param qid the id of the query in a batch; null outside one
   */
  void print(Results results, @Nullable String qid) {
    HitText text = new HitText(terminal);
    if (!json && !csv && qid != null && !results.isEmpty()) {
      terminal.print(terminal.ink().strong(Text.safe(qid)));
    }
    if (csv && !isHeaded) {
      terminal.print(Csv.row(HitCsv.NAMES));
      isHeaded = true;
    }
    for (Hit hit : results) {
      if (csv) {
        terminal.print(HitCsv.of(hit, qid));
      } else if (json) {
        terminal.print(HitJson.of(hit, qid));
      } else {
        text.print(hit);
      }
    }
    if (json && summary) {
      terminal.print(HitJson.summary(results, qid));
    } else if (!json) {
      say(results);
    } else if (results.partial()) { // the hits are a part, and nothing else would say so
      notes(terminal, results.warnings());
    }
    terminal.flush();
  }

  private void say(Results results) {
    notes(terminal, results.warnings());
    Ink ink = terminal.errorInk();
    for (String line : Text.wrapped(Text.safe(sentence(results)), terminal.width(), "")) {
      terminal.say(ink.faint(line));
    }
    facets(results.facets());
    if (summary) {
      results.cursor().ifPresent(cursor -> terminal.say(ink.faint("go on with --after " + cursor)));
    }
  }

  /** Tells warnings. */
  static void notes(Terminal terminal, List<Warning> warnings) {
    Ink ink = terminal.errorInk();
    warnings.forEach(warning -> terminal.say(ink.wrong("note: ") + Text.safe(warning.message())));
  }

  private void facets(Facets facets) {
    if (facets.words() != Words.SAME) {
      terminal.say(
          "counted: "
              + Text.count(facets.stories(), "story", "stories")
              + " with "
              + (facets.words() == Words.ALL ? "all" : "any")
              + " of the words");
    }
    facet("people", facets.people());
    facet("publications", facets.sources());
    facet("sections", facets.sections());
    facet("months", facets.months());
  }

  private void facet(String name, List<Facet> values) {
    if (!values.isEmpty()) {
      String line =
          values.stream()
              .map(facet -> facet.value() + " (" + Text.number(facet.stories()) + ")")
              .collect(Collectors.joining(", ", name + ": ", ""));
      Text.wrapped(Text.safe(line), terminal.width(), "").forEach(terminal::say);
    }
  }

  private String sentence(Results results) {
    String nothing = results.partial() ? "nothing found so far: " : "nothing found: ";
    String found = results.isEmpty() ? nothing : "read as: ";
    String total = tellTotal() && !results.isEmpty() ? "; " + total(results.total()) : "";
    long tenths = Math.round(results.took().toNanos() / 1e5); // Formatter starts slowly
    return found
        + results.interpretation()
        + total
        + "; "
        + tenths / 10
        + "."
        + tenths % 10
        + " ms";
  }

  private static String total(Total total) {
    String stories = Text.count(total.stories(), "story", "stories");
    return total.exact() ? stories : "at least " + stories;
  }
}
