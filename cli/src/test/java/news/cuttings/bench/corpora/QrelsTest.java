package news.cuttings.bench.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import news.cuttings.bench.results.BadFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two forms of judgments. */
class QrelsTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("qrels"), text, StandardCharsets.UTF_8);
  }

  @Test
  void trecLines() throws IOException {
    Qrels qrels = Qrels.read(file("b 0 x 2\nb 0 y 0\na\t0\tx\t-1\nb 0 y 1\n"));
    assertThat(qrels.topics()).containsExactly("b", "a");
    assertThat(qrels.of("b")).isEqualTo(Map.of("x", 2, "y", 1));
    assertThat(qrels.of("a")).isEqualTo(Map.of("x", -1));
    assertThat(qrels.of("c")).isEmpty();
  }

  @Test
  void beirLines() throws IOException {
    Qrels qrels = Qrels.read(file("query-id\tcorpus-id\tscore\n1\tx\t2\n"));
    assertThat(qrels.topics()).containsExactly("1");
    assertThat(qrels.of("1")).isEqualTo(Map.of("x", 2));
  }

  @Test
  void aStoryIsNoAnswerToItself() throws IOException {
    Qrels qrels = Qrels.read(file("x 0 x 1\nx 0 y 1\n")).withoutSelf();
    assertThat(qrels.of("x")).isEqualTo(Map.of("y", 1));
  }

  @Test
  void aWrongLineIsToldWithItsNumber() throws IOException {
    Path wrong = file("a 0 x 1\na x\n");
    assertThatThrownBy(() -> Qrels.read(wrong))
        .isInstanceOf(BadFileException.class)
        .hasMessageEndingWith("qrels:2: a judgment is TOPIC 0 STORY GRADE");
    assertThatThrownBy(() -> Qrels.read(file(""))).hasMessageEndingWith("no judgment in it");
  }
}
