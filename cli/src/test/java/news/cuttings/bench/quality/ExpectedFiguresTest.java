package news.cuttings.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import news.cuttings.bench.corpora.EvalFolder;
import news.cuttings.bench.corpora.EvalSet;
import news.cuttings.bench.engines.EngineKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Quality as data: {@code testdata/eval/expected.tsv} has a line an engine and set. A run with
 * {@code -Dcuttings.approve} writes the lines of the sets that are there anew, to be looked at
 * before they are committed.
 */
class ExpectedFiguresTest {
  private static final Path EXPECTED = Corpora.testdata("eval/expected.tsv");
  static final List<EngineKind> ENGINES =
      List.of(EngineKind.CUTTINGS, EngineKind.LUCENE_TWO_FIELDS, EngineKind.LUCENE_ONE_FIELD);

  record Case(String name, boolean isLike, boolean isOurs) {
    EvalSet set() throws IOException {
      EvalFolder folder = EvalFolder.of(isOurs ? Corpora.testdata(name) : Corpora.shared(name));
      return isLike ? folder.like() : folder.search();
    }

    @Override
    public String toString() {
      return name + (isLike ? ", more like this" : "");
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("stories", false, true),
        new Case("stories", true, true),
        new Case("time", false, false),
        new Case("cran", false, false),
        new Case("ecbplus", true, false));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noFigureHasMoved(Case of) throws IOException {
    EvalSet set = of.set();
    List<String> now = new ArrayList<>();
    for (EngineKind kind : ENGINES) {
      Evaluation.Made made = Evaluation.run(kind, null, kind.label(), set);
      now.add(line(set, made, Evaluation.score(made.run(), set)));
    }
    check(set, now);
  }

  /** Fails where the lines of the set are others than expected; or writes them as such. */
  static void check(EvalSet set, List<String> now) throws IOException {
    if (System.getProperty("cuttings.approve") != null) {
      approve(set, now);
    }
    assertThat(now).isEqualTo(lines().stream().filter(line -> isOf(line, set)).toList());
  }

  private static boolean isOf(String line, EvalSet set) {
    return line.startsWith(set.name() + "\t");
  }

  static String line(EvalSet set, Evaluation.Made made, Scores scores) {
    List<String> columns = new ArrayList<>(List.of(set.name(), scores.name()));
    for (Measure measure : Measure.USUAL) {
      columns.add(String.format(Locale.ROOT, "%.4f", scores.mean(measure)));
    }
    List<String> options = new ArrayList<>();
    made.options().forEach((name, value) -> options.add(name + "=" + value));
    columns.add(String.join("; ", options));
    return String.join("\t", columns);
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(EXPECTED, StandardCharsets.UTF_8);
  }

  private static void approve(EvalSet set, List<String> now) throws IOException {
    List<String> kept = new ArrayList<>(lines());
    kept.removeIf(line -> isOf(line, set));
    kept.addAll(now);
    Files.write(EXPECTED, kept, StandardCharsets.UTF_8);
  }
}
