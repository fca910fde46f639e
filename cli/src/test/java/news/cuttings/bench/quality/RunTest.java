package news.cuttings.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import news.cuttings.bench.engines.Ranked;
import news.cuttings.bench.results.BadFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    List<Ranked> hits =
        List.of(
            new Ranked("a", 7.25f),
            new Ranked("c", 7.25f),
            new Ranked("b", 7.5f),
            new Ranked("with a space", -0.5f));
    Run run = new Run("my engine", Map.of("q", hits));
    Path written = folder.resolve("written.run");
    run.write(written);
    assertThat(Files.readAllLines(written))
        .containsExactly(
            "q Q0 a 1 7.25 my-engine",
            "q Q0 c 2 7.2499995 my-engine",
            "q Q0 b 3 7.249999 my-engine",
            "q Q0 with-a-space 4 -0.5 my-engine");
    assertThat(Run.read(written).of("q")).containsExactly("a", "c", "b", "with-a-space");
  }

  @Test
  void theOrderOfAnyHitsIsKept() throws IOException {
    float[] odd = {0, -0f, 1, Float.MIN_VALUE, 3e38f, -3e38f};
    Random random = new Random(20261129);
    for (int round = 0; round < 200; round++) {
      List<Ranked> hits = new ArrayList<>();
      for (int i = 0; i < random.nextInt(30); i++) {
        boolean isOdd = random.nextInt(3) == 0;
        float score = isOdd ? odd[random.nextInt(odd.length)] : random.nextFloat() * 20 - 5;
        hits.add(new Ranked("s" + i * 7 % 31, score));
      }
      Run run = new Run("x", Map.of("q", hits));
      Path written = folder.resolve("any.run");
      run.write(written);
      assertThat(Run.read(written).of("q")).as(hits.toString()).isEqualTo(run.of("q"));
    }
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

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "nan", "inf", "-inf", "Infinity", "1e39", "-1e300", "0x1p3", "1d"})
  void aScoreThatCannotBeComparedIsToldWithItsLine(String score) throws IOException {
    Path wrong = file("q Q0 a 1 2.0 x\nq Q0 b 1 " + score + " x\n");
    assertThatThrownBy(() -> Run.read(wrong))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining("a.run:2: \"" + score + "\" ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1.5", "+2.", ".5", "1e-3", "7E+2"})
  void numbersAreReadAsEveryToolWritesThem(String score) throws IOException {
    assertThat(Run.read(file("q Q0 a 1 " + score + " x\n")).of("q")).containsExactly("a");
  }
}
