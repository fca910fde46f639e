package news.cuttings.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import news.cuttings.IndexBuilder;
import news.cuttings.StoryIndex;
import news.cuttings.bench.corpora.GeneratedCorpus;
import news.cuttings.index.TextAnalysis;
import news.cuttings.people.People;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The paths that every story or every question goes: analysis, people, JSON, parsing, and more like
 * this with its choice of terms. Over invented stories of a fixed seed, each time another one.
 *
 * <pre>{@code
 * mvn -q -Pjmh -DskipTests verify
 * mvn -q -Pjmh -DskipTests verify -Djmh.include=moreLike -Djmh.options="-f 3 -prof gc"
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HotPathsBenchmark {
  private static final LocalDate TODAY = LocalDate.of(2024, 1, 1);
  private static final List<String> QUERIES =
      List.of(
          "migration talks",
          "headline:migration person:\"López Obrador\" since:2023-12",
          "(floods OR storm) AND NOT drill +river -\"heavy rain\"~3",
          "O’Neill's AT&T deal: what next?");

  private final List<Story> stories = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private final TextAnalysis analysis = new TextAnalysis();
  private final People people = People.standard();
  private final StoryIndex index = IndexBuilder.inMemory().people(People.given()).open();
  private int next;

  /** Files the stories. */
  @Setup
  public void file() throws IOException {
    new GeneratedCorpus(2000, 1).each(stories::add);
    stories.forEach(story -> written.add(StoryJson.write(story)));
    index.addAll(stories);
    index.commit();
  }

  /** Closes the index. */
  @TearDown
  public void close() throws IOException {
    index.close();
  }

  private Story story() {
    next = (next + 1) % stories.size();
    return stories.get(next);
  }

  /** A body's tokens. */
  @Benchmark
  public void analysis(Blackhole taken) {
    analysis.analyse(story().body(), (term, start, end, exact) -> taken.consume(term.length));
  }

  /** A story's people. */
  @Benchmark
  public List<Story> people() {
    return people.name(List.of(story()));
  }

  /** A story as JSON, read. */
  @Benchmark
  public Story json() throws Exception {
    next = (next + 1) % written.size();
    return StoryJson.read(written.get(next));
  }

  /** A query's tree. */
  @Benchmark
  public StoryQuery parse() {
    next = (next + 1) % QUERIES.size();
    return StoryQuery.parse(QUERIES.get(next), TODAY);
  }

  /** A ranked page of ten ids. */
  @Benchmark
  public Results search() throws IOException {
    return index.search(StoryQuery.words(story().headline().orElse("")).idsOnly());
  }

  /** The choice of terms, the search, one hit. */
  @Benchmark
  public Results moreLike() throws IOException {
    return index.moreLike(Like.id(story().id()).limit(1));
  }
}
