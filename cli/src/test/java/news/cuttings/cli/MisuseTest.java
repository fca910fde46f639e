package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import news.cuttings.cli.Command.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What is said of wrong arguments, in words of ours, and what is offered instead. */
class MisuseTest {
  private static final String[] WORDS_OF_THE_LIBRARY = {
    "Unmatched",
    "at index",
    "from index",
    "Unknown option",
    "Invalid value",
    "Missing required",
    "is not a",
    "case-insensitive",
    "option option",
    "should be specified",
    "Expected parameter"
  };

  @TempDir private Path folder;

  private Ended run(String... arguments) {
    Ended ended = new Command(folder.resolve("none")).bare(arguments);
    assertThat(ended.err()).doesNotContain(WORDS_OF_THE_LIBRARY);
    return ended;
  }

  private void fails(String sentence, String... arguments) {
    Ended ended = run(arguments);
    assertThat(ended.code()).as(ended.err()).isEqualTo(Exit.FAILED);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("cuttings: ").contains(sentence);
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void anOptionMistypedIsOfferedAsItIs(Verb verb) {
    Random random = new Random(verb.typed().hashCode());
    for (OptionSpec option : options(verb)) {
      String name = option.longestName();
      for (int i = 0; i < 5 && name.length() > 5; i++) {
        String typed = mistyped(name, random);
        if (!names(verb).contains(typed)) {
          Ended ended = run(verb.typed(), typed, "x");
          assertThat(ended.code()).isEqualTo(Exit.FAILED);
          assertThat(ended.err()).contains("no option " + typed + "; do you mean ").contains(name);
        }
      }
    }
  }

  /** A letter left out, doubled, changed, or swapped with the next. */
  private static String mistyped(String name, Random random) {
    int at = 3 + random.nextInt(name.length() - 4);
    String before = name.substring(0, at);
    char letter = name.charAt(at);
    String after = name.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + letter + letter + after;
      case 2 -> before + 'q' + after;
      default -> before + after.charAt(0) + letter + after.substring(1);
    };
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void anOptionWithoutItsValueOrWithAWrongOneIsSaidSo(Verb verb) {
    for (OptionSpec option : options(verb)) {
      String name = option.longestName();
      if (option.arity().max() == 0) {
        fails(name + " takes no value, got \"perhaps\"", verb.typed(), name + "=perhaps");
      } else {
        fails(name + " needs " + option.paramLabel() + " behind it", verb.typed(), name);
      }
      if (option.type() == int.class || option.type() == long.class) {
        fails(name + " takes a whole number", verb.typed(), name, "three");
        fails(name + " takes a whole number", verb.typed(), name, "99999999999999999999");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void helpSaysWhatTheVerbItselfSays(Verb verb) {
    Ended own = run(verb.typed(), "--help");
    Ended help = run("help", verb.typed());
    assertThat(own.code()).isZero();
    assertThat(help).isEqualTo(own);
  }

  @Test
  void helpAlone() {
    assertThat(run("help")).isEqualTo(run("--help"));
    assertThat(run("help", "bench", "compare")).isEqualTo(run("bench", "compare", "--help"));
    fails("there is no verb \"serach\"; do you mean search?", "help", "serach");
    fails("there is no verb \"gather\"", "help", "gather");
  }

  @ParameterizedTest
  @CsvSource({
    "serach x, there is no verb \"serach\"; do you mean search?",
    "indx x, do you mean index?",
    "gather x, there is no verb \"gather\"",
    "search --sort oldst x, '--sort takes relevance, newest or oldest, got \"oldst\"; do you mean'",
    "timeline --by fortnight x, '--by takes day, month or year, got \"fortnight\"'",
    "search --sort newest --sort oldest x, --sort is given twice",
    "index --map x y, --map takes OURS=THEIRS",
    "stats extra, '\"extra\" is one too many: cuttings stats [OPTIONS] takes no more'",
    "show, show needs ID",
    "bench compare, bench compare needs A.json",
    "search -x y, 'there is no option -x; there are '",
    "search --frobnicate y, 'there is no option --frobnicate; there are '"
  })
  void whatIsWrongIsSaid(String line, String sentence) {
    fails(sentence, line.split(" ", -1));
  }

  private static List<OptionSpec> options(Verb verb) {
    Terminal terminal =
        Terminal.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of());
    CommandLine commands = Cuttings.commandLine(terminal);
    return Objects.requireNonNull(commands.getSubcommands().get(verb.typed()))
        .getCommandSpec()
        .options()
        .stream()
        .filter(option -> !option.hidden() && !option.usageHelp())
        .toList();
  }

  private static List<String> names(Verb verb) {
    List<String> names = new ArrayList<>();
    options(verb).forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }
}
