package news.cuttings.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.cuttings.StoryIndex;
import news.cuttings.query.QuerySyntaxException;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.StoryQuery.Match;
import news.cuttings.query.StoryQuery.Order;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
      "Words are ranked together. \"a phrase\" must be there; +word must, -word must not;"
          + " headline: body: lead: rank on that field; person: source: section: date: since: until:"
          + " filter; migrat* obradr~ are a prefix and a near spelling. Nothing that is typed is an"
          + " error: what cannot be syntax is read as words, and told.",
      ""
    },
    footer = {
      "",
      "For example:  cuttings search migration talks",
      "              cuttings search 'person:\"López Obrador\" since:2023-12'",
      "              cuttings search --sort newest headline:strike"
    })
final class SearchVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final IndexOption where;
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
      names = "--since",
      paramLabel = "DATE",
      description = "Of that day, month, year or later.")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Of that day, month, year or before.")
  private @Nullable String until;

  @Option(names = "--person", paramLabel = "NAME", description = "Only stories that name them.")
  private List<String> people = List.of();

  @Option(names = "--source", paramLabel = "NAME", description = "Only of that publication.")
  private List<String> sources = List.of();

  @Option(names = "--undated", description = "Let undated stories through filters on the date.")
  private boolean undated;

  @ArgGroup private final Matching matching = new Matching();
  @ArgGroup private final Reading reading = new Reading();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Where today is, for relative dates; else the system's.")
  private @Nullable String zone;

  @Option(
      names = "--stdin",
      description = "A query a line of standard input, or QID<TAB>QUERY; hits carry the qid.")
  private boolean batch;

  /** Which stories match. */
  static final class Matching {
    @Option(names = "--any", description = "Stories with any of the words.")
    private boolean any;

    @Option(names = "--all", description = "Stories with all of the words.")
    private boolean all;

    Match match() {
      return any ? Match.ANY : all ? Match.ALL : Match.BY_ORDER;
    }
  }

  /** How the query is read. */
  static final class Reading {
    @Option(names = "--plain", description = "Read the query as words; nothing is syntax.")
    private boolean plain;

    @Option(names = "--strict", description = "Take wrong syntax as an error.")
    private boolean strict;

    StoryQuery read(String query, LocalDate today) {
      return plain
          ? StoryQuery.words(query)
          : strict ? StoryQuery.parseStrict(query, today) : StoryQuery.parse(query, today);
    }
  }

  SearchVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
    answers = new Answers(terminal);
  }

  @Override
  public Integer call() throws IOException {
    LocalDate today = today();
    try (StoryIndex index = where.open()) {
      if (batch) {
        return new Batch(terminal, answers).run(query -> asked(index, query, today));
      }
      Results results = index.search(query(String.join(" ", words), today));
      answers.print(results, null);
      return results.isEmpty() ? Exit.NOTHING : Exit.DONE;
    }
  }

  private Optional<Results> asked(StoryIndex index, String query, LocalDate today)
      throws IOException {
    try {
      return Optional.of(index.search(query(query, today)));
    } catch (QuerySyntaxException e) {
      terminal.say(Text.safe(query + ": " + e.getMessage()));
      return Optional.empty();
    }
  }

  private StoryQuery query(String text, LocalDate today) {
    StoryQuery query = reading.read(text, today).limit(limit).order(order).match(matching.match());
    for (String person : people) {
      query = query.person(person);
    }
    for (String source : sources) {
      query = query.source(source);
    }
    if (since != null) {
      query = query.since(since, today);
    }
    if (until != null) {
      query = query.until(until, today);
    }
    if (undated) {
      query = query.undated();
    }
    if (after != null) {
      query = query.after(after);
    }
    return answers.tellTotal() ? query.counting() : query;
  }

  private LocalDate today() {
    try {
      return LocalDate.now(zone == null ? ZoneId.systemDefault() : ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new Failure(
          Exit.FAILED, "there is no time zone \"" + zone + "\"; Europe/London and UTC are some");
    }
  }
}
