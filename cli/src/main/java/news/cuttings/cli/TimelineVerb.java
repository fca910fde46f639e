package news.cuttings.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import news.cuttings.StoryIndex;
import news.cuttings.query.Counted;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts stories by date. */
@Command(
    name = "timeline",
    abbreviateSynopsis = true,
    header = "Count the stories that match by day, month or year.",
    footer = {"", "For example:  cuttings timeline --by day dam since:2023-10"})
final class TimelineVerb implements Callable<Integer> {
  private static final int LABELS = 24;

  private final Terminal terminal;

  @Mixin private final IndexOption where;
  @Mixin private final QueryOptions options = new QueryOptions();
  @ArgGroup private final RowFormat format = new RowFormat();

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Which stories; none: all.")
  private List<String> words = List.of();

  @Option(names = "--by", paramLabel = "PERIOD", description = "day, month (the default) or year.")
  private DatePeriod.By by = DatePeriod.By.MONTH;

  TimelineVerb(Terminal terminal) {
    this.terminal = terminal;
    where = new IndexOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    StoryQuery query = options.query(String.join(" ", words));
    Counted<DatePeriod> rows;
    try (StoryIndex index = where.open()) {
      rows = index.timeline(query, by);
      if (rows.isEmpty() && !rows.isPartial()) {
        Answers.notes(terminal, index.search(query.limit(0)).warnings());
      } else {
        RowFormat.tellStories(terminal, rows);
      }
    }
    if (format.isCsv()) {
      terminal.print(Csv.row(List.of("from", "to", "stories")));
    }
    long most = rows.stream().mapToLong(DatePeriod::stories).max().orElse(1);
    for (DatePeriod row : rows) {
      terminal.print(
          format.isJson() ? json(row, rows.words()) : format.isCsv() ? csv(row) : text(row, most));
    }
    RowFormat.tellPartial(terminal, rows);
    if (rows.isEmpty() && !rows.isPartial()) {
      terminal.say("no story matches");
    }
    return Exit.of(rows.isEmpty(), rows.isPartial());
  }

  private static String json(DatePeriod row, Words of) {
    return JsonLine.object(json -> {
      JsonLine.string(json, "from", day(row.from()));
      JsonLine.string(json, "to", day(row.to()));
      json.writeNumberProperty("stories", row.stories());
      JsonLine.words(json, of);
    });
  }

  private static String csv(DatePeriod row) {
    return Csv.row(
        List.of(
            Objects.requireNonNullElse(day(row.from()), ""),
            Objects.requireNonNullElse(day(row.to()), ""),
            Long.toString(row.stories())));
  }

  private static @Nullable String day(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  private String text(DatePeriod row, long most) {
    int room = terminal.width() - LABELS;
    if (room < 1) {
      return label(row) + "  " + Text.number(row.stories());
    }
    int length = (int) Math.ceil((double) room * row.stories() / most);
    String bar = "█".repeat(row.stories() == 0 ? 0 : Math.max(1, length));
    return String.format(Locale.ROOT, "%-10s %,9d  ", label(row), row.stories())
        + terminal.ink().name(bar);
  }

  private String label(DatePeriod row) {
    LocalDate from = row.from();
    if (from == null) {
      return "no date";
    }
    String day = from.toString();
    return switch (by) {
      case DAY -> day;
      case MONTH -> day.substring(0, day.length() - 3);
      case YEAR -> day.substring(0, day.length() - 6);
    };
  }
}
