package news.cuttings.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.formats.Format;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Writes a command's help as wide as the terminal, however narrow that is. Options and examples are
 * copied from it: neither is broken over two lines, as picocli's own help does.
 */
final class HelpText {
  /** Below that an option stands above what it does. */
  private static final int TWO_COLUMNS = 60;

  private static final int WIDEST_NAME = 28;
  private static final String NO_SHORT_NAME = "    ";

  /** What a line of examples begins with, and a command that is to be typed. */
  private static final Pattern EXAMPLE = Pattern.compile("([A-Z][a-z ]+:)?( {2,})(\\S.*)");

  private final Ink ink;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private HelpText(Ink ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  /** Has all commands there are write their help so. */
  static void in(CommandLine commands, Terminal terminal) {
    commands.setHelpSectionMap(
        Map.of(
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            help -> new HelpText(terminal.ink(), terminal.width()).of(help)));
    commands.setHelpSectionKeys(List.of(UsageMessageSpec.SECTION_KEY_DESCRIPTION));
  }

  private String of(Help help) {
    CommandSpec command = help.commandSpec();
    UsageMessageSpec usage = command.usageMessage();
    prose(usage.header());
    if (usage.customSynopsis().length > 0) {
      lines.add("");
      prose(usage.customSynopsis());
    } else {
      add("Usage: " + synopsis(command), "", "    ");
    }
    prose(usage.description());
    heading(usage.optionListHeading());
    rows(arguments(command));
    if (!command.subcommands().isEmpty()) {
      heading(usage.commandListHeading());
      rows(verbs(command));
    }
    if (command.findOption(ReadOptions.FORMAT) != null) {
      heading("\nFormats:");
      rows(Stream.of(Format.values()).map(HelpText::row).toList());
    }
    examples(usage.footer());
    return String.join("\n", lines) + "\n";
  }

  /** One line that says what may be typed. */
  static String synopsis(CommandSpec command) {
    StringBuilder synopsis = new StringBuilder(command.qualifiedName()).append(" [OPTIONS]");
    command
        .positionalParameters()
        .forEach(parameter -> synopsis.append(' ').append(label(parameter)));
    if (!command.subcommands().isEmpty()) {
      synopsis.append(" [COMMAND]");
    }
    return synopsis.toString();
  }

  private void prose(String... paragraphs) {
    for (String paragraph : paragraphs) {
      add(paragraph, "", "");
    }
  }

  private void heading(String heading) {
    String text = heading.replace("%n", "\n").stripTrailing();
    if (!text.isEmpty()) {
      lines.addAll(text.lines().toList());
    }
  }

  /** What is typed, and what it does. */
  private record Row(String shown, String what) {}

  private static List<Row> arguments(CommandSpec command) {
    Stream<Row> parameters =
        command.positionalParameters().stream()
            .map(parameter -> new Row(NO_SHORT_NAME + label(parameter), what(parameter)));
    Stream<Row> options =
        command.options().stream()
            .filter(option -> !option.hidden())
            .sorted(Comparator.comparing(HelpText::order))
            .map(option -> new Row(label(option), what(option)));
    return Stream.concat(parameters, options).toList();
  }

  private static Row row(Format format) {
    return new Row("  " + format.label(), format.contents());
  }

  private static List<Row> verbs(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(verb -> verb.getCommandSpec())
        .map(verb -> new Row(verb.name(), String.join(" ", verb.usageMessage().header())))
        .toList();
  }

  private static String order(OptionSpec option) {
    return option.longestName().replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static String what(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  private static String label(PositionalParamSpec parameter) {
    String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
    return parameter.arity().min() == 0 ? "[" + label + "]" : label;
  }

  private static String label(OptionSpec option) {
    String names = String.join(", ", option.names());
    String label = option.arity().max() == 0 ? names : names + "=" + option.paramLabel();
    return label.startsWith("--") ? NO_SHORT_NAME + label : label;
  }

  private void rows(List<Row> rows) {
    boolean areNarrow = width < TWO_COLUMNS;
    int column =
        rows.stream()
            .mapToInt(row -> Text.width(row.shown()))
            .filter(shown -> shown <= WIDEST_NAME)
            .max()
            .orElse(WIDEST_NAME);
    for (Row row : rows) {
      if (areNarrow) {
        lines.add(ink.strong(row.shown().strip()));
        add(row.what(), "    ", "    ");
      } else {
        row(row, column);
      }
    }
  }

  private void row(Row row, int column) {
    String margin = " ".repeat(column + 4);
    int shown = Text.width(row.shown());
    String first = "  " + ink.strong(row.shown());
    if (shown > column) {
      lines.add(first);
      first = margin;
    } else {
      first += " ".repeat(column + 2 - shown);
    }
    List<String> wrapped = Text.wrapped(row.what(), width - margin.length(), "");
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add((i == 0 ? first : margin) + wrapped.get(i));
    }
  }

  private void examples(String... footer) {
    for (String line : footer) {
      Matcher example = EXAMPLE.matcher(line);
      if (!example.matches()) {
        prose(line);
      } else if (Text.width(line) <= width) {
        lines.add(line);
      } else {
        if (example.group(1) != null) {
          prose(example.group(1));
        }
        lines.add(Text.fitting("    ", width) + example.group(3));
      }
    }
  }

  private void add(String text, String first, String margin) {
    lines.addAll(Text.wrapped(text, width, Text.fitting(first, width), margin));
  }
}
