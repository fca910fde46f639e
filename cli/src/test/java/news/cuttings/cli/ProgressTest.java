package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What long work is told by never shares a line with anything else. */
class ProgressTest {
  private static final Map<String, String> WATCHED =
      Map.of("CUTTINGS_OUT_IS_TERMINAL", "yes", "CUTTINGS_ERR_IS_TERMINAL", "yes");

  @TempDir private Path folder;

  private static Terminal terminal(Screen screen, int width) {
    Map<String, String> environment =
        Map.of(
            "CUTTINGS_OUT_IS_TERMINAL", "yes",
            "CUTTINGS_ERR_IS_TERMINAL", "yes",
            "NO_COLOR", "1",
            "COLUMNS", Integer.toString(width));
    return Terminal.of(InputStream.nullInputStream(), screen, screen, environment);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 40, 80})
  void noLineIsShared(int width) throws InterruptedException {
    Screen screen = new Screen(width);
    Terminal terminal = terminal(screen, width);
    Random random = new Random(7);
    List<String> said = new ArrayList<>();
    try (Progress progress = new Progress(terminal, "filing", 1)) {
      for (int i = 0; i < 300; i++) {
        progress.to(i * 1000L);
        if (i == 200) {
          progress.turnTo("thinking");
        }
        String line = "line " + i + " " + "x".repeat(1 + random.nextInt(60));
        said.add(line);
        if (random.nextBoolean()) {
          terminal.say(line);
        } else {
          terminal.print(line);
          terminal.flush();
        }
        Thread.sleep(random.nextInt(4));
      }
    }
    assertThat(screen.ended()).isEqualTo(said);
    assertThat(screen.shown()).isEmpty();
    assertThat(screen.isWithinWidth()).isTrue();
    if (width == 80) {
      assertThat(screen.drawn())
          .anyMatch(line -> line.matches("filing: [\\d,]+ stories, [\\d,]+ a second"))
          .anyMatch(line -> line.matches("thinking: \\d s"))
          .noneMatch(line -> line.contains("?") || line.contains("%"));
    }
  }

  @Test
  void nothingIsDrawnWhereNobodyLooks() throws InterruptedException {
    for (Map<String, String> who :
        List.of(
            Map.<String, String>of(), Map.of("CUTTINGS_ERR_IS_TERMINAL", "yes", "TERM", "dumb"))) {
      Screen screen = new Screen(80);
      Terminal terminal = Terminal.of(InputStream.nullInputStream(), screen, screen, who);
      try (Progress progress = new Progress(terminal, "filing", 1)) {
        progress.to(5);
        Thread.sleep(20);
      }
      assertThat(screen.ended()).isEmpty();
      assertThat(screen.shown()).isEmpty();
      assertThat(screen.drawn()).isEmpty();
    }
  }

  @Test
  void afterTheFarewellNothingIsDrawn() throws InterruptedException {
    Screen screen = new Screen(80);
    Terminal terminal = terminal(screen, 80);
    try (Progress progress = new Progress(terminal, "filing", 1)) {
      progress.to(5);
      Thread.sleep(20);
      terminal.farewell("stopped");
      Thread.sleep(20);
      assertThat(screen.shown()).isEmpty();
    }
    assertThat(screen.ended()).containsExactly("stopped");
  }

  @Test
  void filingWithWarnings() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      lines.append("{\"id\":\"").append(i).append("\",\"body\":\"A ferry sailed.\"}\n");
      lines.append(i % 100 == 0 ? "{\"body\":\n" : "");
    }
    Path file = Files.writeString(folder.resolve("news.jsonl"), lines);
    Screen screen = new Screen(80);
    int code =
        new Command(folder.resolve("index"))
            .environment(WATCHED)
            .into(
                screen,
                screen,
                "index",
                "--index",
                folder.resolve("index").toString(),
                file.toString());
    assertThat(code).isEqualTo(Exit.PARTLY);
    assertThat(screen.shown()).isEmpty();
    assertThat(screen.ended()).noneMatch(line -> line.contains("filing:"));
    assertThat(screen.ended()).filteredOn(line -> line.contains("news.jsonl:")).hasSize(4);
  }
}
