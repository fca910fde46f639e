package news.cuttings.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The protocol of search-benchmark-game. */
class GameServerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = EngineKind.class,
      names = {"CUTTINGS", "LUCENE_GAME"})
  void oneLineAnAnswer(EngineKind kind) throws IOException {
    GameServer.fill(kind, folder, CorpusSource.generated(300, 1));
    String questions =
        """
        COUNT\tthe
        TOP_10\tthe
        TOP_1000_COUNT\tthe
        TOP_10_COUNT\t+the -the
        UNOPTIMIZED_COUNT\tthe
        TOP_0\tthe
        TOP_10
        FETCH\tthe
        """;
    List<String> answers = new ArrayList<>();
    GameServer.serve(kind, folder, new BufferedReader(new StringReader(questions)), answers::add);
    assertThat(answers)
        .containsExactly(
            "300", "1", "300", "0", "300", "UNSUPPORTED", "UNSUPPORTED", "UNSUPPORTED");
  }
}
