package news.cuttings.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.cuttings.bench.corpora.Corpus;
import news.cuttings.bench.corpora.EvalSet;
import news.cuttings.bench.corpora.Qrels;
import news.cuttings.bench.corpora.Topic;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

/** Sets among other stories. */
class ArchiveTest {
  private static Story story(String id, String body) {
    return Story.builder().id(id).body(body).build();
  }

  private static Corpus corpus(String name, Story... stories) {
    return Corpus.each(name, to -> Stream.of(stories).forEach(to));
  }

  private static List<String> hits(Evaluation.Made made, String topic) {
    return made.run().of(topic);
  }

  private static final EvalSet FERRIES =
      new EvalSet(
          "ferries",
          false,
          corpus(
              "ferries",
              story("1", "The ferry ran aground off the harbour."),
              story("2", "Tickets for the ferry cost more."),
              story("~o/9", "A lighthouse is sold.")),
          List.of(new Topic("q", "ferry harbour")),
          Qrels.of(Map.of("q", Map.of("1", 1, "2", 0))));

  @Test
  void whatIsNotOfTheSetIsWrongAndNeverTakenForItsOwn() throws IOException {
    Corpus others =
        corpus(
            "others",
            story("1", "A harbour for the ferry of another town."), // an id that the set has too
            story("9", "Ferry, harbour."));
    List<Evaluation.Made> made =
        new Archive(List.of(FERRIES), others).runs(EngineKind.LUCENE_ONE_FIELD, null, "run");
    assertThat(made).hasSize(1);
    assertThat(hits(made.get(0), "q"))
        .hasSize(4)
        .doesNotHaveDuplicates()
        .contains("1", "2", "~o/1", "~~o/9"); // ~o/9 is one of the set's
    Scores alone =
        Evaluation.score(
            Evaluation.run(EngineKind.LUCENE_ONE_FIELD, null, "run", FERRIES).run(), FERRIES);
    Scores among = Evaluation.score(made.get(0).run(), FERRIES);
    assertThat(alone.mean(Measure.NDCG_10)).isEqualTo(1);
    assertThat(among.mean(Measure.NDCG_10)).isLessThan(1);
  }

  @Test
  void copiesOfWhatIsRightAreLeftOutAndTheSetsOwnStoriesAreNotFiledTwice() throws IOException {
    EvalSet wire =
        new EvalSet(
            "wire",
            false,
            corpus(
                "wire",
                story("w1", "The ferry  ran aground off the harbour."), // as 1, spaces aside
                story("w2", "Tickets for the ferry cost more.")), // as 2, which is wrong
            List.of(new Topic("q", "lighthouse")),
            Qrels.of(Map.of("q", Map.of("w1", 1))));
    Corpus others =
        corpus("others", story("x", "Tickets for the ferry cost more."), story("y", "The ferry."));
    List<Evaluation.Made> made =
        new Archive(List.of(FERRIES, wire), others).runs(EngineKind.LUCENE_ONE_FIELD, null, "run");
    assertThat(hits(made.get(0), "q")).containsExactlyInAnyOrder("1", "2", "~1/w2", "~o/y");
    assertThat(hits(made.get(1), "q")).containsExactly("~0/~o/9");
  }

  @Test
  void sourcesAreAskedForAndTheirCopiesAreNoHits() throws IOException {
    Story[] stories =
        IntStream.range(0, 4)
            .mapToObj(i -> story("s" + i, "gravel gravel bonds bonds quarry quarry " + i))
            .toArray(Story[]::new);
    EvalSet like =
        new EvalSet(
            "bonds (more like this)",
            true,
            corpus("bonds", stories),
            List.of(new Topic("s0", "s0")),
            Qrels.of(Map.of("s0", Map.of("s1", 1, "s2", 1))));
    EvalSet twin =
        new EvalSet(
            "twin",
            false,
            corpus(
                "twin",
                story("t0", "gravel gravel bonds bonds quarry quarry 0"), // the source
                story("t2", "gravel gravel bonds bonds quarry quarry 2"), // a right one
                story("t3", "gravel gravel bonds bonds quarry quarry 3")), // a wrong one
            List.of(new Topic("q", "gravel")),
            Qrels.of(Map.of("q", Map.of("t0", 1))));
    Archive archive = new Archive(List.of(like, twin), corpus("others"));
    assertThat(archive.sets()).extracting(EvalSet::name).contains("twin among others");
    Evaluation.Made made = archive.runs(EngineKind.CUTTINGS_OFF, null, "run").get(0);
    assertThat(hits(made, "s0")).containsExactlyInAnyOrder("s1", "s2", "s3", "~1/t3");
  }
}
