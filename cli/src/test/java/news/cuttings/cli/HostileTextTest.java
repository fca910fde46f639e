package news.cuttings.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stories, names of files and arguments hold cannot steer a terminal, nor hide what it is. */
class HostileTextTest {
  /** Clears the screen, sets the title, in one byte too, and turns the direction of writing. */
  private static final String EVIL = "\u001b[2J\u001b]0;owned\u0007\u009b31m\r\b\u202etxt\u2066";

  private static final String COLOUR = "\u001b\\[[0-9;]*m";

  @TempDir private Path folder;
  private Path files;
  private Command command;

  @BeforeEach
  void file() throws IOException {
    files = Files.createDirectory(folder.resolve("f" + EVIL + "\nx"));
    String json = evil("\\u001b[2J\\u001b]0;owned\\u0007\\u009b31m\\r\\b\\u202etxt\\u2066");
    Files.writeString(files.resolve("a" + EVIL + "\nb.jsonl"), json, UTF_8);
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(files.resolve("c.zip")), UTF_8)) {
      for (String name : new String[] {"d" + EVIL + "\n.jsonl", "e" + EVIL + ".bin"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith("l") ? evil("zip").getBytes(UTF_8) : new byte[] {1, 2, 3});
        zip.closeEntry();
      }
    }
    Files.writeString(files.resolve("p.txt"), page(), UTF_8);
    command = new Command(folder.resolve("index"));
  }

  private static String evil(String text) {
    return """
    {"id":"i%2$s","headline":"Talks %1$s on fish","body":"Talks %1$s. Jo %1$s Ng spoke.",\
    "people":["Jo %1$s Ng"],"source":"S%1$s","section":"T%1$s","byline":"B%1$s",\
    "url":"U%1$s","edition":"E%1$s","topics":["t%1$s"],"date":"2023-12-29","k%1$s":"v%1$s"}
    {"headline":"bad date","date":"x%1$s"}
    {"headline":"broken %1$s
    """
        .replace("%1$s", text)
        .replace("%2$s", text.equals("zip") ? text : "\\u202etxt\\u2066"); // what an id can have
  }

  private static String page() {
    String line = "This story is from the December 29, 2023 edition of The Guardian.\n";
    return "Talks went on " + EVIL + ".\n" + line + EVIL + " Continue reading " + EVIL + "\n";
  }

  static Stream<List<String>> verbs() {
    return Stream.of(
        List.of("search", "talks"),
        List.of("search", EVIL),
        List.of("search", "--facets", "--summary", "--explain", "talks"),
        List.of("search", "--json", "--summary", "talks"),
        List.of("search", "--csv", "talks"),
        List.of("search", "--strict", "\"" + EVIL),
        List.of("search", "--sort", EVIL),
        List.of("search", "--" + EVIL),
        List.of("search", "--after", EVIL, "talks"),
        List.of("search", "--since", EVIL, "talks"),
        List.of("like", "izip"),
        List.of("like", EVIL),
        List.of("like", "--file", EVIL),
        List.of("show", "izip"),
        List.of("show", "--json", "izip"),
        List.of("show", EVIL),
        List.of("export"),
        List.of("people"),
        List.of("people", "--csv"),
        List.of("people", "--json"),
        List.of("timeline", EVIL),
        List.of("timeline", "talks"),
        List.of("stats"),
        List.of("check"),
        List.of("delete", EVIL),
        List.of("delete", "--query", "talks", "--dry-run"),
        List.of("eval", EVIL),
        List.of("bench", "compare", EVIL, EVIL),
        List.of("nothing" + EVIL));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void noVerbIsSteered(List<String> line) throws IOException {
    index();
    for (Map<String, String> who : watchers()) {
      command.environment(who);
      List<String> arguments = new ArrayList<>(line);
      if (!List.of("eval", "bench").contains(line.getFirst()) && line.getFirst().length() < 9) {
        arguments.addAll(1, List.of("--index", folder.resolve("index").toString()));
      }
      assertClean(who, arguments.toArray(String[]::new));
    }
  }

  @Test
  void readingIsNotSteered() throws IOException {
    for (Map<String, String> who : watchers()) {
      command.environment(who);
      String[] paths = {files.toString(), files.resolve("no" + EVIL).toString()};
      assertClean(who, "parse", "--show-dropped", paths[0], paths[1]);
      assertClean(who, "parse", "--format", EVIL, paths[0]);
      String index = folder.resolve("index" + EVIL + who.size()).toString();
      assertClean(who, "index", "--index", index, paths[0], paths[1]);
      assertClean(who, "stats", "--index", index + EVIL);
      assertClean(who, "search", "--debug", "--index", index + EVIL, "x");
    }
  }

  /** A name with a line end is as good as any: what was filed from it is found and removed. */
  @Test
  void aFileWhoseNameHasALineEnd() throws IOException {
    index();
    Path file = files.resolve("a" + EVIL + "\nb.jsonl");
    assertThat(command.run("delete", "--origin", file.toString()).out())
        .startsWith("1 story removed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", " =1", "＝1", "\t=1"})
  void noCellIsAFormula(String text) throws IOException {
    String json = text.replace("\t", "\\t");
    command
        .input(
            "{\"id\":\"%1$s\",\"headline\":\"%1$s\",\"people\":[\"%1$s\"],\"body\":\"x\"}"
                .replace("%1$s", json))
        .run("index", "-");
    for (String verb : List.of("search", "people")) {
      for (String line : command.run(verb, "--csv").lines()) {
        assertThat(line).doesNotContainPattern("(^|,)\"?\\s*[=+\\-@＝]");
      }
    }
  }

  /** Whatever a verb forgets, the terminal does not. */
  @Test
  void aLineIsGuarded() {
    String line = "\u001b[1mbold\u001b[0m \u001b[2J\u001b]0;x\u0007\t\u202e \ud800 😀";
    assertThat(Text.guarded(line, true))
        .isEqualTo("\u001b[1mbold\u001b[0m \\u001b[2J\\u001b]0;x\\u0007\t\\u202e \\ud800 😀");
    assertThat(Text.guarded(line, false)).startsWith("\\u001b[1mbold\\u001b[0m");
    assertThat(Text.guarded("plain", true)).isEqualTo("plain");
  }

  private void index() throws IOException {
    assertThat(command.run("index", "--people", "given", files.toString()).code())
        .isEqualTo(Exit.PARTLY);
  }

  private static List<Map<String, String>> watchers() {
    return List.of(
        Map.of(), Map.of("CUTTINGS_OUT_IS_TERMINAL", "yes", "CUTTINGS_ERR_IS_TERMINAL", "yes"));
  }

  /** Neither stream has a control character but line ends and, where somebody looks, colours. */
  private void assertClean(Map<String, String> who, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    command.into(out, err, arguments);
    for (ByteArrayOutputStream stream : List.of(out, err)) {
      String text = stream.toString(UTF_8);
      String plain = who.isEmpty() ? text : withoutProgress(text.replaceAll(COLOUR, ""));
      assertThat(plain)
          .doesNotContainPattern("[\\p{Cntrl}\\x80-\\x9F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");
    }
  }

  /** The bar goes back to the start of its line, and is cleared. */
  private static String withoutProgress(String text) {
    return text.replaceAll("\r[^\r\n]*filing[^\r\n]*", "").replaceAll("\r *\r?", "");
  }
}
