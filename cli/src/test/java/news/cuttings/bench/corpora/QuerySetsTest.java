package news.cuttings.bench.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.cuttings.bench.engines.Engine;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.bench.engines.TempFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions drawn from stories. */
class QuerySetsTest {
  private static final Corpus CORPUS = new GeneratedCorpus(500, 3);

  @TempDir private Path folder;

  @Test
  void everyClassHasQuestionsAndTheSameSeedTheSameOnes() throws IOException {
    QuerySets.Drawn drawn = QuerySets.draw(CORPUS, 1);
    assertThat(drawn.stories()).isEqualTo(500);
    assertThat(drawn.tasks()).containsOnlyKeys(QueryClass.values());
    assertThat(drawn.tasks().values())
        .allSatisfy(tasks -> assertThat(tasks).hasSizeBetween(100, 200));
    assertThat(drawn.tasks().get(QueryClass.OR_2)).hasSize(200);
    assertThat(QuerySets.draw(CORPUS, 1)).isEqualTo(drawn);
    assertThat(QuerySets.draw(CORPUS, 2).tasks()).isNotEqualTo(drawn.tasks());
  }

  @Test
  void theyAreReadAsTheyWereWritten() throws IOException {
    Map<QueryClass, List<Task>> tasks = QuerySets.draw(CORPUS, 1).tasks();
    Path file = folder.resolve("tasks.tsv");
    QuerySets.write(tasks, file);
    assertThat(QuerySets.read(file)).isEqualTo(tasks);
  }

  @Test
  void whatWasDrawnFromAStoryIsFoundByEveryEngine() throws IOException {
    Corpus small = new GeneratedCorpus(100, 3);
    Map<QueryClass, List<Task>> tasks = QuerySets.draw(small, 1).tasks();
    for (EngineKind kind : EngineKind.values()) {
      try (TempFolder index = new TempFolder();
          Engine engine = kind.open(index.path())) {
        engine.fill(small);
        for (QueryClass of :
            List.of(QueryClass.AND_3, QueryClass.PHRASE_2, QueryClass.DATE_RANGE)) {
          for (Task task : tasks.getOrDefault(of, List.of())) {
            assertThat(engine.ask(task, 10)).as(kind + ": " + task).isNotEmpty();
          }
        }
      }
    }
  }
}
