package news.cuttings.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.StoryQuery.Match;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which stories are asked for, beside the words themselves. */
final class QueryOptions {
  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Of that day, month or year, or later; 7d is seven days ago.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "DATE", description = "Of that date or before.")
  private @Nullable String until;

  @Option(names = "--person", paramLabel = "NAME", description = "Only stories that name them.")
  private List<String> people = List.of();

  @Option(names = "--source", paramLabel = "NAME", description = "Only of that publication.")
  private List<String> sources = List.of();

  @Option(names = "--undated", description = "Let undated stories through filters on the date.")
  private boolean undated;

  @Mixin private final TimeOption time = new TimeOption();
  @ArgGroup private final Matching matching = new Matching();
  @ArgGroup private final Reading reading = new Reading();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Where today is, for relative dates; else the system's.")
  private @Nullable String zone;

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

  /** The query of those words. */
  StoryQuery query(String text) {
    LocalDate today = today();
    StoryQuery query = reading.read(text, today).match(matching.match());
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
    query = time.time().map(query::timeout).orElse(query);
    return undated ? query.undated() : query;
  }

  /** The day that relative dates count from. */
  LocalDate today() {
    try {
      return LocalDate.now(zone == null ? ZoneId.systemDefault() : ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new Failure(
          Exit.FAILED, "there is no time zone \"" + zone + "\"; Europe/London and UTC are some");
    }
  }
}
