package news.cuttings.bench.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.cuttings.bench.engines.Ranked;
import news.cuttings.bench.quality.Evaluation;
import news.cuttings.bench.quality.Measure;
import news.cuttings.bench.quality.Run;
import news.cuttings.bench.results.BadFileException;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that hold stories, topics and judgments. */
class EvalFolderTest {
  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static List<Story> stories(Corpus corpus) throws IOException {
    List<Story> stories = new ArrayList<>();
    corpus.each(stories::add);
    return stories;
  }

  @Test
  void aBeirFolder() throws IOException {
    write("corpus.jsonl", "{\"_id\":\"d1\",\"title\":\"Floods\",\"text\":\"Rain fell.\"}\n");
    write("queries.jsonl", "{\"_id\":\"1\",\"text\":\"rain\"}\n{\"_id\":\"2\",\"text\":\"sun\"}\n");
    write("qrels/test.tsv", "query-id\tcorpus-id\tscore\n1\td1\t1\n");
    EvalFolder found = EvalFolder.of(folder);
    assertThat(found.hasSearch()).isTrue();
    assertThat(found.hasLike()).isFalse();
    EvalSet set = found.search();
    assertThat(set.topics()).containsExactly(new Topic("1", "rain"));
    Story story = stories(set.corpus()).get(0);
    assertThat(story.id()).isEqualTo("d1");
    assertThat(story.headline()).contains("Floods");
    assertThat(story.body()).isEqualTo("Rain fell.");
  }

  @Test
  void ourOwnFolderWithoutTheTopicsOfItsStories() throws IOException {
    write("stories.jsonl", "{\"id\":\"a\",\"body\":\"Rain.\",\"topics\":[\"weather\"]}\n");
    write("queries.tsv", "q1\train\n");
    write("qrels.txt", "q1 0 a 1\nq2 0 a 1\n");
    write("mlt-qrels.txt", "a 0 a 1\na 0 b 1\n");
    EvalFolder found = EvalFolder.of(folder);
    assertThat(found.search().missing()).isEqualTo(1);
    assertThat(stories(found.search().corpus())).hasSize(1);
    assertThat(stories(found.search().corpus()).get(0).topics()).isEmpty();
    EvalSet like = found.like();
    assertThat(like.topics()).containsExactly(new Topic("a", "a"));
    assertThat(like.qrels().of("a")).containsOnlyKeys("b");
  }

  @Test
  void aMissingPartIsNamed() throws IOException {
    write("stories.jsonl", "{\"body\":\"Rain.\"}\n");
    write("qrels.txt", "q1 0 a 1\n");
    assertThatThrownBy(() -> EvalFolder.of(folder).search())
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining("no topics in it (queries.tsv");
  }

  @Test
  void inMoreLikeThisTheSourceIsNoHit() throws IOException {
    write("stories.jsonl", "{\"id\":\"a\",\"body\":\"Rain.\"}\n");
    write("mlt-qrels.txt", "a 0 b 1\n");
    EvalSet set = EvalFolder.of(folder).like();
    Run run = new Run("theirs", Map.of("a", List.of(new Ranked("a", 2), new Ranked("b", 1))));
    assertThat(Evaluation.score(run, set).mean(Measure.of("MRR"))).isEqualTo(1);
  }
}
