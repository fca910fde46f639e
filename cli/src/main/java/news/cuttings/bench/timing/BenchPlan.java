package news.cuttings.bench.timing;

import java.nio.file.Path;
import java.util.List;
import news.cuttings.bench.corpora.CorpusSource;
import news.cuttings.bench.corpora.QueryClass;
import news.cuttings.bench.engines.EngineKind;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured, and how long.
 *
 * @param corpora arguments of {@link CorpusSource}
 * @param engines the first is compared with each of the others
 * @param classes of questions
 * @param effort how much time goes into it
 * @param asFiled whether the segments are left as filing leaves them: an engine that files with
 *     more threads has more; else they are put together into one before anything is asked
 * @param seed of everything that is drawn
 * @param sets folders of judged stories whose quality goes into the report
 * @param options a file of ranking options for the engines that take them; null for their own
 * @param rows the file that every single time is written to, gzipped
 */
public record BenchPlan(
    List<String> corpora,
    List<EngineKind> engines,
    List<QueryClass> classes,
    Effort effort,
    boolean asFiled,
    long seed,
    List<Path> sets,
    @Nullable Path options,
    Path rows) {

  /**
   * How much time measuring takes.
   *
   * @param forks JVMs an engine, one after the other: each compiles the code differently
   * @param rounds times that each question is asked in a JVM, after warming up
   * @param warmSeconds of every kind of question before the first round
   * @param loadSeconds for each number of threads, and for each rate of arrivals
   * @param refreshes stories filed anew and looked for
   */
  public record Effort(
      int forks, int rounds, double warmSeconds, double loadSeconds, int refreshes) {
    /** Shows that it runs, and differences of twice and more. */
    public static final Effort QUICK = new Effort(1, 3, 1, 0.5, 50);

    /** For figures that are to be repeated. */
    public static final Effort USUAL = new Effort(3, 5, 8, 4, 200);
  }

  /** Copies. */
  public BenchPlan {
    corpora = List.copyOf(corpora);
    engines = List.copyOf(engines);
    classes = List.copyOf(classes);
    sets = List.copyOf(sets);
  }
}
