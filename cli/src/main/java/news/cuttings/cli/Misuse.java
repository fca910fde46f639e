package news.cuttings.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in our words what was wrong with the arguments, and what may have been meant. */
final class Misuse {
  private final ParameterException e;
  private final CommandSpec command;

  private Misuse(ParameterException e) {
    this.e = e;
    command = e.getCommandLine().getCommandSpec();
  }

  /** A sentence on it. */
  static String said(ParameterException e) {
    return new Misuse(e).said();
  }

  /** That there is no such verb, and which is near. */
  static String noVerb(String typed, CommandLine commands) {
    return "there is no verb \""
        + typed
        + "\""
        + Nearest.asked(Nearest.to(typed, commands.getSubcommands().keySet()));
  }

  private String said() {
    ArgSpec argument = e.getArgSpec();
    return switch (e) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case MissingParameterException missing -> missing(missing.getMissing());
      case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given twice";
      default -> argument == null ? firstLine(String.valueOf(e.getMessage())) : wrong(argument);
    };
  }

  private String unmatched(UnmatchedArgumentException unmatched) {
    String first = unmatched.getUnmatched().getFirst();
    if (unmatched.isUnknownOption()) {
      return noOption(first);
    }
    if (command.parent() == null) {
      return noVerb(first, e.getCommandLine());
    }
    return "\"" + first + "\" is one too many: " + HelpText.synopsis(command) + " takes no more";
  }

  private String noOption(String typed) {
    int value = typed.indexOf('=');
    String option = value < 0 ? typed : typed.substring(0, value);
    List<String> names = new ArrayList<>();
    for (OptionSpec known : command.options()) {
      if (!known.hidden()) {
        names.addAll(List.of(known.names()));
      }
    }
    List<String> nearest = Nearest.to(option, names);
    String meant =
        nearest.isEmpty()
            ? "; there are " + Text.listed(names.stream().sorted().toList(), "and")
            : Nearest.asked(nearest);
    return "there is no option " + option + meant;
  }

  private String missing(List<ArgSpec> missing) {
    ArgSpec first = missing.getFirst();
    return first.isOption()
        ? name(first) + " needs " + first.paramLabel() + " behind it"
        : command.qualifiedName().replaceFirst("^cuttings ", "")
            + " needs "
            + Text.listed(missing.stream().map(ArgSpec::paramLabel).toList(), "and");
  }

  private String wrong(ArgSpec argument) {
    String typed = e.getValue();
    String got = typed == null ? "" : ", got \"" + typed + "\"";
    return name(argument) + " takes " + wanted(argument, typed) + got + meant(argument, typed);
  }

  private static String wanted(ArgSpec argument, @Nullable String typed) {
    Class<?> type = argument.type();
    List<String> choices = choices(argument);
    if (!choices.isEmpty()) {
      return Text.listed(choices, "or");
    }
    if (argument.arity().max() == 0) {
      return "no value";
    }
    if (Map.class.isAssignableFrom(type)) {
      return argument.paramLabel();
    }
    Class<?> one = argument.typeInfo().getAuxiliaryTypes()[0];
    if (isWhole(type) || isWhole(one)) {
      boolean isTooLong = typed != null && typed.strip().matches("[-+]?[0-9]+");
      return isTooLong ? "a whole number that is nearer to 0" : "a whole number";
    }
    return isNumber(type) || isNumber(one) ? "a number" : "another " + argument.paramLabel();
  }

  private static boolean isWhole(Class<?> type) {
    return Stream.of(int.class, long.class, Integer.class, Long.class).anyMatch(type::equals);
  }

  private static boolean isNumber(Class<?> type) {
    return Stream.of(double.class, float.class, Double.class, Float.class).anyMatch(type::equals);
  }

  private static String meant(ArgSpec argument, @Nullable String typed) {
    return typed == null ? "" : Nearest.asked(Nearest.to(typed, choices(argument)));
  }

  private static List<String> choices(ArgSpec argument) {
    Object[] constants = argument.typeInfo().getAuxiliaryTypes()[0].getEnumConstants();
    return constants == null
        ? List.of()
        : Arrays.stream(constants)
            .map(one -> String.valueOf(one).toLowerCase(Locale.ROOT))
            .toList();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
