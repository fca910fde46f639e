package news.cuttings.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on disk, as trec_eval reads them. */
class RunTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.run"), text, StandardCharsets.UTF_8);
  }

  @Test
  void scoresMakeTheOrderAndTheGreaterIdComesFirstInATie() throws IOException {
    Run run =
        Run.read(
            file(
                """
                q1 Q0 low 1 1.0 x
                q1 Q0 high 2 3.5 x
                q1 Q0 tie-a 3 2 x
                q1 Q0 tie-b 4 2.0 x
                q2\tQ0\tonly\t0\t-1e-3\tx
                """));
    assertThat(run.tag()).isEqualTo("x");
    assertThat(run.of("q1")).containsExactly("high", "tie-b", "tie-a", "low");
    assertThat(run.of("q2")).containsExactly("only");
    assertThat(run.of("q3")).isEmpty();
  }

  @Test
  void scoresThatDifferBeyondThirtyTwoBitsAreEqual() throws IOException {
    Run run = Run.read(file("q Q0 a 1 1.00000000002 x\nq Q0 b 2 1.00000000001 x\n"));
    assertThat(run.of("q")).containsExactly("b", "a");
  }

  @Test
  void whatIsWrittenIsReadInTheSameOrder() throws IOException {
    Run run = new Run("my engine", Map.of("q", List.of("a", "c", "b", "z")));
    Path written = folder.resolve("written.run");
    run.write(written);
    assertThat(Files.readAllLines(written)).first().asString().matches("q Q0 a 1 \\S+ my-engine");
    assertThat(Run.read(written).of("q")).containsExactly("a", "c", "b", "z");
  }

  @Test
  void aWrongLineIsToldWithItsNumber() throws IOException {
    Path wrong = file("q Q0 a 1 2.0 x\n\nq Q0 b 1 high x\n");
    assertThatThrownBy(() -> Run.read(wrong))
        .isInstanceOf(BadFileException.class)
        .hasMessageEndingWith("a.run:3: \"high\" should be a number");
    Path twice = file("q Q0 a 1 2.0 x\nq Q0 a 2 1.0 x\n");
    assertThatThrownBy(() -> Run.read(twice)).hasMessageContaining(":2: a is twice");
  }
}
