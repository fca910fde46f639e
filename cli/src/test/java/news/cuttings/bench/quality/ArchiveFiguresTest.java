package news.cuttings.bench.quality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import news.cuttings.bench.corpora.Corpus;
import news.cuttings.bench.corpora.EvalFolder;
import news.cuttings.bench.corpora.EvalSet;
import news.cuttings.bench.corpora.Qrels;
import news.cuttings.bench.corpora.Topic;
import news.cuttings.bench.engines.EngineKind;
import news.cuttings.bench.engines.Ranked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Quality in an archive: the sets of {@link ExpectedFiguresTest}, and Reuters' topics, among all
 * that is in the shared data. Some minutes; {@code -Dcuttings.approve} as there.
 */
@Tag("slow")
class ArchiveFiguresTest {
  private static final int SOURCES = 500;
  private static final String REUTERS = "reuters";

  @Test
  void noFigureHasMoved() throws IOException {
    Corpus reuters = Corpus.of(REUTERS, List.of(Corpora.shared("reuters21578")));
    Map<String, Set<String>> topics = topics(reuters);
    List<EvalSet> sets = new ArrayList<>();
    sets.add(EvalFolder.of(Corpora.testdata("stories")).search());
    sets.add(EvalFolder.of(Corpora.testdata("stories")).like());
    sets.add(EvalFolder.of(Corpora.shared("time")).search());
    sets.add(EvalFolder.of(Corpora.shared("cran")).search());
    sets.add(EvalFolder.of(Corpora.shared("ecbplus")).like());
    sets.add(sameTopic(reuters, topics));
    Archive archive =
        new Archive(
            sets,
            Corpus.of(
                "others",
                List.of(Corpora.shared("web/gold.jsonl.gz"), Corpora.shared("edition-pages"))));
    List<List<String>> lines = new ArrayList<>();
    sets.forEach(set -> lines.add(new ArrayList<>()));
    for (EngineKind kind : ExpectedFiguresTest.ENGINES) {
      List<Evaluation.Made> runs = archive.runs(kind, null, kind.label());
      for (int i = 0; i < sets.size(); i++) {
        EvalSet set = archive.sets().get(i);
        Evaluation.Made made = runs.get(i);
        Run run =
            set.corpus().name().equals(REUTERS)
                ? withoutUnknown(made.run(), topics.keySet())
                : made.run();
        lines.get(i).add(ExpectedFiguresTest.line(set, made, Evaluation.score(run, set)));
      }
    }
    for (int i = 0; i < sets.size(); i++) {
      ExpectedFiguresTest.check(archive.sets().get(i), lines.get(i));
    }
  }

  /** The topics of the stories that have any. */
  private static Map<String, Set<String>> topics(Corpus corpus) throws IOException {
    Map<String, Set<String>> topics = new LinkedHashMap<>();
    corpus.each(story -> {
      if (!story.topics().isEmpty()) {
        topics.put(story.id(), new HashSet<>(story.topics()));
      }
    });
    return topics;
  }

  /** Sources drawn by a hash; right is what shares a topic. */
  private static EvalSet sameTopic(Corpus corpus, Map<String, Set<String>> topics) {
    Map<String, Set<String>> stories = new HashMap<>();
    topics.forEach((story, names) ->
        names.forEach(
            name -> stories.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(story)));
    Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    topics.keySet().stream()
        .sorted(Comparator.comparingLong(ArchiveFiguresTest::hash))
        .forEach(source -> {
          Map<String, Integer> right = new LinkedHashMap<>();
          topics.getOrDefault(source, Set.of()).stream()
              .map(name -> stories.getOrDefault(name, Set.of()))
              .flatMap(Collection::stream)
              .forEach(story -> right.put(story, 1));
          right.remove(source);
          if (!right.isEmpty() && grades.size() < SOURCES) {
            grades.put(source, right);
          }
        });
    List<Topic> sources = grades.keySet().stream().map(id -> new Topic(id, id)).toList();
    return new EvalSet(
        "reuters topics (more like this)", true, corpus.withoutTopics(), sources, Qrels.of(grades));
  }

  private static long hash(String id) {
    CRC32 hash = new CRC32();
    hash.update(id.getBytes(StandardCharsets.UTF_8));
    return hash.getValue();
  }

  /** A story of Reuters without topics may share one: it is neither right nor wrong. */
  private static Run withoutUnknown(Run run, Set<String> known) {
    Map<String, List<Ranked>> answers = new LinkedHashMap<>();
    run.answers()
        .forEach((topic, hits) ->
            answers.put(
                topic,
                hits.stream()
                    .filter(hit -> known.contains(hit.id()) || hit.id().startsWith("~"))
                    .toList()));
    return new Run(run.tag(), answers);
  }
}
