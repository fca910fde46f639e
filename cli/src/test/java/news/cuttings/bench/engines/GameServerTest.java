package news.cuttings.bench.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import news.cuttings.bench.corpora.CorpusSource;
import news.cuttings.bench.corpora.GeneratedCorpus;
import news.cuttings.story.Story;
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
    String all = Long.toString(having("the"));
    assertThat(answers)
        .containsExactly(all, "1", all, "0", all, "UNSUPPORTED", "UNSUPPORTED", "UNSUPPORTED");
  }

  @ParameterizedTest
  @EnumSource(
      value = EngineKind.class,
      names = {"CUTTINGS", "LUCENE_GAME"})
  void aPhraseThatNoStoryHasCountsNothing(EngineKind kind) throws IOException {
    GameServer.fill(kind, folder, CorpusSource.generated(300, 1));
    String questions = "COUNT\t\"the the the the\"\nTOP_10_COUNT\t\"the the the the\"\n";
    List<String> answers = new ArrayList<>();
    GameServer.serve(kind, folder, new BufferedReader(new StringReader(questions)), answers::add);
    assertThat(answers).containsExactly("0", "0");
  }

  private static long having(String word) {
    List<Story> stories = new ArrayList<>();
    new GeneratedCorpus(300, 1).each(stories::add);
    Pattern whole = Pattern.compile("\\b" + word + "\\b", Pattern.CASE_INSENSITIVE);
    return stories.stream()
        .filter(story -> whole.matcher(story.headline().orElse("") + '\n' + story.body()).find())
        .count();
  }
}
