package news.cuttings.cli;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/** The verbs, in the order in which help lists them. Each is read only where it is asked for. */
enum Verb {
  INDEX,
  PARSE,
  SEARCH,
  LIKE,
  SHOW,
  EXPORT,
  PEOPLE,
  TIMELINE,
  DELETE,
  STATS,
  CHECK,
  SNAPSHOT,
  OPTIMIZE,
  REBUILD,
  COMPLETION,
  EVAL,
  ENGINE,
  DEMO,
  BENCH,
  HELP;

  /** The verb that is typed so; empty where there is none. */
  static Optional<Verb> named(String typed) {
    for (Verb verb : values()) {
      if (verb.typed().equals(typed)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }

  /** As it is typed. */
  String typed() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether what it prints is there to be read, from its beginning. */
  boolean isRead() {
    return switch (this) {
      case PARSE, SEARCH, LIKE, SHOW, EXPORT, PEOPLE, TIMELINE, STATS, DEMO, HELP -> true;
      default -> false;
    };
  }

  /** The verb with its options. */
  CommandLine command(Terminal terminal) {
    CommandLine command = new CommandLine(object(terminal));
    if (this == BENCH) {
      command.addSubcommand(new BenchCompareVerb(terminal));
    }
    return command;
  }

  private Object object(Terminal terminal) {
    return switch (this) {
      case INDEX -> new IndexVerb(terminal);
      case PARSE -> new ParseVerb(terminal);
      case SEARCH -> new SearchVerb(terminal);
      case LIKE -> new LikeVerb(terminal);
      case SHOW -> new ShowVerb(terminal);
      case EXPORT -> new ExportVerb(terminal);
      case PEOPLE -> new PeopleVerb(terminal);
      case TIMELINE -> new TimelineVerb(terminal);
      case DELETE -> new DeleteVerb(terminal);
      case STATS -> new StatsVerb(terminal);
      case CHECK -> new CheckVerb(terminal);
      case SNAPSHOT -> new SnapshotVerb(terminal);
      case OPTIMIZE -> new OptimizeVerb(terminal);
      case REBUILD -> new RebuildVerb(terminal);
      case COMPLETION -> new CompletionVerb(terminal);
      case EVAL -> new EvalVerb(terminal);
      case ENGINE -> new EngineVerb(terminal);
      case DEMO -> new DemoVerb(terminal);
      case BENCH -> new BenchVerb(terminal);
      case HELP -> new HelpVerb(terminal);
    };
  }
}
