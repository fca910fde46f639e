package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the terminal's width: no verb fails, lines keep to it, what is copied stays whole. */
class WidthsTest {
  private static final int WIDEST = 200;
  private static final int[] WIDTHS = // all narrow ones, where it is hard, and some of the others
      IntStream.concat(
              IntStream.rangeClosed(1, 44), IntStream.iterate(45, w -> w <= WIDEST, w -> w + 7))
          .toArray();
  private static final String LONG_ID = "desk copy 2024 04 11 of the late edition";
  private static final String STORIES =
      """
      {"id":"LONG_ID","headline":"Ferry talks end with a bridge","body":"Ana Ruiz met Bo Lund. TEXT",\
      "people":["Ana Ruiz","Bo Lund"],"date":"2024-01-02","source":"The Evening Echo of the Sound"}
      {"id":"-x","headline":"渡り船の会談は橋の建設で終わり市民は喜んだと報じられた","body":"渡り船 ferry. TEXT",\
      "people":[{"name":"Maximiliane Adelheid von der Osterwald-Hohenfels"}],"date":"2024-01-03"}
      {"id":"c","body":"The ferry sailed. Nobody was told. TEXT","source":"Echo"}
      """;

  @TempDir private static Path folder;

  private static Path index;

  @BeforeAll
  static void file() {
    System.setProperty("cuttings.testdata", Command.testdata(""));
    index = folder.resolve("index");
    String text = "Words of the ferry and of the sound beside it, as they were said. ".repeat(3);
    Command command =
        new Command(index).input(STORIES.replace("LONG_ID", LONG_ID).replace("TEXT", text));
    assertThat(command.run("index", "-").code()).isZero();
    String demo = Command.testdata("demo");
    assertThat(command.run("index", demo, Command.testdata("stories")).code()).isZero();
  }

  private static Command at(String columns) {
    return new Command(index)
        .environment(
            Map.of(
                "COLUMNS", columns,
                "CUTTINGS_OUT_IS_TERMINAL", "yes",
                "NO_COLOR", "1"));
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void everyHelp(Verb verb) {
    for (int width : WIDTHS) {
      Command.Ended ended = at(Integer.toString(width)).bare(verb.typed(), "--help");
      assertThat(ended.code()).as("at %d", width).isZero();
      assertThat(ended.err()).isEmpty();
      assertFits(ended.out(), width);
    }
  }

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("search", "ferry"),
        List.of("search", "dam", "--facets", "--explain", "--summary", "-n", "120"),
        List.of("search", "zzyzx"),
        List.of("like", "c"),
        List.of("like", "kestrel-2111"),
        List.of("show", "c", LONG_ID, "kestrel-2111"),
        List.of("show", "--", "-x"),
        List.of("people", "-n", "200"),
        List.of("timeline"),
        List.of("stats"),
        List.of("check"),
        List.of("snapshot", "copy"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyAnswer(List<String> line) {
    List<String> copied = copied(line);
    for (int width : WIDTHS) {
      List<String> arguments = new ArrayList<>(line);
      arguments.replaceAll(part -> part.equals("copy") ? folder.resolve(part).toString() : part);
      arguments.addAll(1, List.of("--index", index.toString()));
      Command.Ended ended = at(Integer.toString(width)).bare(arguments.toArray(String[]::new));
      assertThat(ended.code()).as("at %d: TEXT", width, ended.err()).isLessThan(Exit.FAILED);
      assertFits(ended.out(), width);
      copied.forEach(whole -> assertThat(ended.out()).contains(whole));
    }
  }

  /** What a person takes out of the answer to type it again. */
  private static List<String> copied(List<String> line) {
    return switch (String.join(" ", line)) {
      case "search ferry" ->
          List.of("cuttings show '" + LONG_ID + "'", "cuttings show -- -x", "cuttings show c");
      case "show c " + LONG_ID + " kestrel-2111" ->
          List.of(LONG_ID, Command.testdata("stories/stories-1.jsonl") + ":1");
      default -> List.of();
    };
  }

  @Test
  void theDemo() {
    for (int width = 1; width <= WIDEST; width += 7) {
      Command.Ended ended = at(Integer.toString(width)).bare("demo");
      assertThat(ended.code()).as("at %d: TEXT", width, ended.err()).isZero();
      assertFits(ended.out(), width);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-3", "1", "40", "eighty", "1e3", "99999999999", "80 "})
  void whateverColumnsSay(String columns) {
    for (String verb : List.of("--version", "--help", "search", "people", "timeline", "stats")) {
      Command.Ended ended = verb.startsWith("-") ? at(columns).bare(verb) : at(columns).run(verb);
      assertThat(ended.code()).as(verb).isZero();
    }
    assertFits(at(columns).run("people").out(), columns.matches("1|40") ? 40 : 80);
  }

  /** Within the width, but for what is one word or stays in one piece to be copied. */
  private static void assertFits(String out, int width) {
    Set<String> wrong = new HashSet<>();
    for (String line : out.lines().toList()) {
      if (Text.width(line) > width && !isWhole(line.strip())) {
        wrong.add(line);
      }
    }
    assertThat(wrong).as("wider than %d", width).isEmpty();
  }

  private static boolean isWhole(String line) {
    return !line.contains(" ")
        || line.matches("(.* )?(cuttings|zcat|pbpaste|printf|source) .*") // an example
        || line.contains(LONG_ID)
        || line.contains(folder.toString())
        || line.matches("-\\w, --[a-z-]+(=\\S+)?|(lead|teaser) +(no date|[\\d-]+)")
        || line.matches("line \\d+|(\\d+|no)( date)?  \\d+|\\d{4}-\\d\\d  \\d+|\\d+\\. ");
  }
}
