package news.cuttings.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.cuttings.StoryIndex;
import news.cuttings.query.QuerySyntaxException;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.StoryQuery.Order;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds stories. */
@Command(
    name = "search",
    abbreviateSynopsis = true,
    header = "Find stories: best first, with the sentences that answer.",
    description = {
      "",
      "Words are ranked together. \"a phrase\" must be there; +word must, -word must not; headline:"
          + " body: lead: rank on that field; person: source: section: date: since: until: filter;"
          + " migrat* obradr~ are a prefix and a near spelling. Nothing that is typed is an error:"
          + " what cannot be syntax is read as words, and told.",
      ""
    },
    footer = {
      "",
      "For example:  cuttings search migration talks",
      "              cuttings search 'person:\"López Obrador\" since:2023-12'",
      "              cuttings search --sort newest headline:strike"
    })
final class SearchVerb implements Callable<Integer> {
  private static final int FACETS = 10;

  private final Terminal terminal;

  @Mixin private final IndexOption where;
  @Mixin private final QueryOptions options = new QueryOptions();
  @Mixin private final Answers answers;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to find; none: all.")
  private List<String> words = List.of();

  @Option(names = "-n", paramLabel = "COUNT", description = "At most so many hits (default: 10).")
  private int limit = StoryQuery.DEFAULT_LIMIT;

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      description = "Go on after the hit, or the answer, that gave this cursor.")
  private @Nullable String after;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "relevance (the default), newest or oldest.")
  private Order order = Order.RELEVANCE;

  @Option(
      names = "--recency",
      paramLabel = "DAYS",
      description = "Prefer the new: what a story gains by its date halves in so many days, 30d.")
  private @Nullable String recency;

  @Option(
      names = "--facets",
      description = "Count people, publications, sections and months of all that match.")
  private boolean facets;

  @Option(names = "--explain", description = "Say of each hit how its score came about.")
  private boolean explain;

  @Option(
      names = "--stdin",
      description = "A query a line of standard input, or QID<TAB>QUERY; hits carry the qid.")
  private boolean batch;

  SearchVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
    answers = new Answers(terminal);
  }

  @Override
  public Integer call() throws IOException {
    try (StoryIndex index = batch ? where.open() : where.openBriefly()) {
      if (batch) {
        return new Batch(terminal, answers).run(query -> asked(index, query));
      }
      Results results = index.search(query(String.join(" ", words)));
      answers.print(results, null);
      return Exit.of(results.isEmpty(), results.partial());
    }
  }

  private Optional<Results> asked(StoryIndex index, String query) throws IOException {
    try {
      return Optional.of(index.search(query(query)));
    } catch (QuerySyntaxException e) {
      terminal.say(Text.safe(query + ": " + e.getMessage()));
      return Optional.empty();
    }
  }

  private static int halfLife(String days) {
    String number = days.endsWith("d") ? days.substring(0, days.length() - 1) : days;
    if (number.matches("0*[1-9][0-9]{0,5}")) {
      return Integer.parseInt(number);
    }
    throw new Failure(Exit.FAILED, "--recency must be days, as in 30d, got \"" + days + "\"");
  }

  private StoryQuery query(String text) {
    StoryQuery query = options.query(text).limit(limit).order(order);
    if (recency != null) {
      query = query.recency(halfLife(recency), options.today());
    }
    if (after != null) {
      query = query.after(after);
    }
    if (facets) {
      query = query.facets(FACETS);
    }
    if (explain) {
      query = query.explaining();
    }
    return answers.tellTotal() ? query.counting() : query;
  }
}
