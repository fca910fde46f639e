package news.cuttings.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that the verbs belong to; alone it says what to do next. */
@Command(
    name = "cuttings",
    versionProvider = Cuttings.Version.class,
    customSynopsis = "cuttings VERB … [--index DIR]",
    header = "Files news stories and finds them again: ranked search, and more like this.",
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "The index is --index DIR, else $CUTTINGS_INDEX, else ./cuttings-index.",
      "Exit codes: 0 done; 1 nothing found; 2 wrong usage or failure; 3 done in part.",
      "",
      "To begin:  cuttings demo",
      "           cuttings index FOLDER, then cuttings search WORDS"
    })
final class Cuttings implements Runnable {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the code a failure came from.")
  private boolean debug;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "Colours: auto (on a terminal), always or never.")
  void color(Colour when) {
    if (when != Colour.auto) {
      terminal.colour(when == Colour.always);
    }
  }

  @Option(
      names = "--no-pager",
      scope = ScopeType.INHERIT,
      description = "On a terminal show what is more than a screen without $$PAGER (else less).")
  private boolean isUnpaged;

  /** When to use colours, as typed. */
  enum Colour {
    auto,
    always,
    never
  }

  private Cuttings(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * The command for those arguments. Where they begin with a verb only that one is built: reading
   * what all of them understand takes longer than most answers.
   */
  static CommandLine commandLine(Terminal terminal, String... args) {
    CommandLine commands = new CommandLine(new Cuttings(terminal));
    List<Verb> verbs = List.of(Verb.values());
    if (args.length > 0) {
      verbs =
          Verb.named(args[0]).filter(verb -> verb != Verb.COMPLETION).map(List::of).orElse(verbs);
    }
    verbs.forEach(verb -> commands.addSubcommand(verb.typed(), verb.command(terminal)));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setAbbreviatedOptionsAllowed(false);
    commands.setExpandAtFiles(false); // what is typed is what is meant, and no file is read for it
    commands.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    HelpText.in(commands, terminal);
    return commands;
  }

  @Override
  public void run() {
    CommandLine commands = Objects.requireNonNull(spec).commandLine();
    commands.usage(commands.getOut());
  }

  /** Whether {@code --debug} was given, before or after the verb. */
  static boolean isDebugging(CommandLine command) {
    CommandLine top = command;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    Cuttings cuttings = top.getCommand();
    return cuttings.debug;
  }

  /** Whether what is asked for is something to read, and nobody says that it is not to be paged. */
  static boolean isPaged(ParseResult parsed) {
    Cuttings top = (Cuttings) parsed.commandSpec().userObject();
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    boolean isRead =
        !parsed.hasSubcommand()
            || last.isUsageHelpRequested()
            || Verb.named(parsed.subcommand().commandSpec().name()).map(Verb::isRead).orElse(false);
    return isRead && !top.isUnpaged;
  }

  /** Tells the versions: ours and Java's. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String ours =
          Objects.requireNonNullElse(
              Cuttings.class.getPackage().getImplementationVersion(), "(not packaged)");
      return new String[] {"cuttings " + ours, "Java " + Runtime.version()};
    }
  }
}
