package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is more than a screen goes through a pager, as git has it. */
@DisabledOnOs(OS.WINDOWS)
class PagerTest {
  private static final String LONG = "the";
  private static final String[] READ = {"parse", Command.testdata("stories")};

  @TempDir private Path folder;
  private Path index;
  private Path paged;

  /** What a command did: on the terminal, and by the pager. */
  private record Shown(int code, String onTerminal, String byPager) {}

  @BeforeEach
  void file() {
    index = folder.resolve("index");
    paged = folder.resolve("paged");
    Command command = new Command(index);
    assertThat(command.run("index", Command.testdata("stories")).code()).isZero();
  }

  private Shown run(Map<String, String> variables, String... line) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("CUTTINGS_OUT_IS_TERMINAL", "yes");
    environment.put("CUTTINGS_ERR_IS_TERMINAL", "yes");
    environment.put("PAGER", "cat >'" + paged + "'");
    environment.putAll(variables);
    Files.deleteIfExists(paged);
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    Terminal terminal =
        Terminal.of(InputStream.nullInputStream(), screen, screen, Map.copyOf(environment));
    terminal.pagedBy(Pager::start);
    List<String> arguments = new ArrayList<>(List.of(line));
    if (!line[0].equals("parse")) {
      arguments.addAll(1, List.of("--index", index.toString()));
    }
    int code = Main.run(terminal, arguments.toArray(String[]::new));
    return new Shown(
        code,
        screen.toString(StandardCharsets.UTF_8),
        Files.exists(paged) ? Files.readString(paged) : "");
  }

  @Test
  void moreThanAScreenIsPagedFromTheBestHitOn() throws IOException {
    Shown shown = run(Map.of("NO_COLOR", "1"), "search", LONG);
    assertThat(shown.code()).isZero();
    assertThat(shown.onTerminal()).isEmpty();
    assertThat(shown.byPager()).startsWith(" 1. ").contains("10. ").contains("read as: ");
    Shown all = run(Map.of("NO_COLOR", "1"), "search", "--no-pager", LONG);
    assertThat(all.byPager()).isEmpty();
    assertThat(all.onTerminal().replaceAll("[\\d.]+ ms", ""))
        .isEqualTo(shown.byPager().replaceAll("[\\d.]+ ms", ""));
  }

  @Test
  void whatFitsIsNot() throws IOException {
    Shown shown = run(Map.of(), "search", "-n", "1", LONG);
    assertThat(shown.byPager()).isEmpty();
    assertThat(shown.onTerminal()).contains(" 1. ").contains("read as: ");
    assertThat(run(Map.of("LINES", "8"), "search", "-n", "1", LONG).byPager()).contains(" 1. ");
    assertThat(run(Map.of("COLUMNS", "4"), "stats").byPager()).contains("stories");
    assertThat(run(Map.of("LINES", "200"), "search", LONG).byPager()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "people", "parse", "export"})
  void everyVerbThatIsRead(String verb) throws IOException {
    String[] line = verb.equals("parse") ? READ : new String[] {verb};
    assertThat(run(Map.of(), line).byPager().lines()).hasSizeGreaterThan(22);
    assertThat(run(Map.of("LINES", "10"), verb, "--help").byPager()).contains("--no-pager");
    Shown piped = run(Map.of("CUTTINGS_OUT_IS_TERMINAL", "no"), line);
    assertThat(piped.byPager()).isEmpty();
    assertThat(piped.onTerminal()).isNotEmpty();
  }

  @Test
  void colourGoesThrough() throws IOException {
    assertThat(run(Map.of(), "search", LONG).byPager()).contains("\u001b[");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "cat", "no-such-pager", "no-such-pager -R", "/no/such/pager", "/"})
  void withoutAPagerItIsShownAllTheSame(String pager) throws IOException {
    Shown shown = run(Map.of("PAGER", pager), "search", LONG);
    assertThat(shown.code()).isZero();
    assertThat(shown.onTerminal()).contains(" 1. ").contains("10. ").contains("read as: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "head -n 1 >/dev/null", "false; exit 3", "sleep 0"})
  void onePagerThatIsLeftEarlyEndsQuietly(String pager) throws IOException {
    Shown shown = run(Map.of("PAGER", pager), "export");
    assertThat(shown.code()).isZero();
    assertThat(shown.onTerminal()).isEmpty();
  }

  @Test
  void lessIsToldToLeaveTheScreenAndToLetColoursThrough() throws IOException {
    assertThat(run(Map.of("PAGER", "echo \"$LESS\" >'" + paged + "'"), "export").byPager())
        .isEqualTo(System.getenv("LESS") == null ? "FRX\n" : System.getenv("LESS") + "\n");
  }

  @Test
  void aFailureIsToldAfterWhatWasFound() throws IOException {
    Shown shown = run(Map.of(), "show", "kestrel-2111", "nobody");
    assertThat(shown.code()).isEqualTo(Exit.PARTLY);
    assertThat(shown.byPager() + shown.onTerminal()).endsWith("there is no story nobody\n");
    Shown failed = run(Map.of(), "search", "--after", "x", LONG);
    assertThat(failed.code()).isEqualTo(Exit.FAILED);
    assertThat(failed.onTerminal()).contains("cuttings: ");
  }

  @Test
  void whoTypesBesideItSeesEachAnswerAtOnce() throws IOException {
    assertThat(run(Map.of(), "search", "--stdin").byPager()).isEmpty();
  }
}
