package news.cuttings.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import news.cuttings.StoryIndex;
import news.cuttings.query.Counted;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results.Warning;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells who is named. */
@Command(
    name = "people",
    abbreviateSynopsis = true,
    header = "Tell who is named most in the stories that match, how they are spelt, and when.",
    footer = {
      "",
      "For example:  cuttings people flood",
      "              cuttings people --since 2023 -n 20 'source:ledger'",
      "              cuttings people --with 'Jürgen Klopp'"
    })
final class PeopleVerb implements Callable<Integer> {
  private static final int USUAL = 25;
  private static final int SPELLINGS = 4;
  private static final int WIDEST_NAME = 40;

  /** Cells for what stands beside a name: how many stories, and from when to when. */
  private static final int FIGURES = 34;

  private static final String MARGIN = "    ";

  private final Terminal terminal;

  @Mixin private final IndexOption where;
  @Mixin private final QueryOptions options = new QueryOptions();
  @ArgGroup private final RowFormat format = new RowFormat();

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Which stories; none: all.")
  private List<String> words = List.of();

  @Option(names = "-n", paramLabel = "COUNT", description = "At most so many people (default: 25).")
  private int limit = USUAL;

  @Option(
      names = "--with",
      paramLabel = "NAME",
      description = "Who is named together with them: in the same stories.")
  private @Nullable String with;

  PeopleVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    StoryQuery query = options.query(String.join(" ", words));
    Counted<NamedPerson> people;
    try (StoryIndex index = where.open()) {
      people = with == null ? index.people(query, limit) : index.peopleWith(with, query, limit);
      if (people.isEmpty() && !people.isPartial()) {
        Answers.notes(terminal, whyNobody(index, query));
      } else {
        RowFormat.tellStories(terminal, people);
      }
    }
    if (format.isCsv()) {
      terminal.print(Csv.row(List.of("name", "stories", "first", "last", "spellings")));
    }
    int widest =
        people.stream()
            .mapToInt(person -> Text.width(Text.safe(person.name())))
            .filter(width -> width <= WIDEST_NAME)
            .max()
            .orElse(0);
    for (NamedPerson person : people) {
      if (format.isJson() || format.isCsv()) {
        terminal.print(format.isJson() ? json(person, people.words()) : csv(person));
      } else {
        print(person, widest);
      }
    }
    RowFormat.tellPartial(terminal, people);
    if (people.isEmpty() && !people.isPartial()) {
      terminal.say("nobody is named in stories that match");
    }
    return Exit.of(people.isEmpty(), people.isPartial());
  }

  /** What may be wrong with the query: a name that no story has, a date. */
  private List<Warning> whyNobody(StoryIndex index, StoryQuery query) throws IOException {
    StoryQuery asked = with == null ? query : query.person(with);
    return index.search(asked.limit(0)).warnings();
  }

  private static String json(NamedPerson person, Words of) {
    return JsonLine.object(json -> {
      json.writeStringProperty("name", person.name());
      json.writeNumberProperty("stories", person.stories());
      JsonLine.strings(json, "spellings", person.spellings());
      JsonLine.string(json, "first", day(person.first()));
      JsonLine.string(json, "last", day(person.last()));
      JsonLine.words(json, of);
    });
  }

  private static String csv(NamedPerson person) {
    return Csv.row(
        List.of(
            person.name(),
            Long.toString(person.stories()),
            Objects.requireNonNullElse(day(person.first()), ""),
            Objects.requireNonNullElse(day(person.last()), ""),
            String.join("; ", person.spellings())));
  }

  private static @Nullable String day(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  /** A row, and what it has no room for on lines of its own. */
  private void print(NamedPerson person, int widest) {
    Ink ink = terminal.ink();
    String name = Text.safe(person.name());
    String said = days(person) + others(person);
    int room = Math.min(widest, terminal.width() - FIGURES);
    if (Text.width(name) > room) {
      Text.wrapped(name, terminal.width(), "").forEach(line -> terminal.print(ink.name(line)));
      faint(Text.wrapped(Text.number(person.stories()) + "  " + said, terminal.width(), MARGIN));
      return;
    }
    String first =
        name
            + " ".repeat(room - Text.width(name))
            + String.format(Locale.ROOT, " %,7d  ", person.stories());
    List<String> lines = Text.wrapped(said, terminal.width(), first, MARGIN);
    String row = lines.get(0);
    terminal.print(
        ink.name(name)
            + row.substring(name.length(), first.length())
            + ink.faint(row.substring(first.length())));
    faint(lines.subList(1, lines.size()));
  }

  private void faint(List<String> lines) {
    lines.forEach(line -> terminal.print(terminal.ink().faint(line)));
  }

  private static String days(NamedPerson person) {
    LocalDate first = person.first();
    LocalDate last = person.last();
    if (first == null || last == null) {
      return "no date";
    }
    return first.equals(last) ? first.toString() : first + " to " + last;
  }

  /** The other spellings. */
  private static String others(NamedPerson person) {
    List<String> others =
        person.spellings().stream()
            .filter(form -> !form.equals(person.name()))
            .limit(SPELLINGS)
            .toList();
    return others.isEmpty() ? "" : Text.safe("  also " + String.join(", ", others));
  }
}
