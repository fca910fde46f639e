package news.cuttings.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import news.cuttings.bench.corpora.Qrels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures beside those of trec_eval 9.0.4, which gave the expected lines by {@code -q -c -m
 * ndcg_cut.10 -m map -m P.10 -m recall.100 -m recip_rank}: grades, a grade below 0, a tie, ranks
 * that contradict the scores, a right story beyond the tenth, a topic without right stories, one
 * that is not judged, and one that is not answered: of that, q3, trec_eval prints no line, but its
 * mean counts it as 0.
 */
class TrecEvalTest {
  private static final List<Measure> MEASURES = Measure.list("nDCG@10,AP,P@10,R@100,RR");

  private static final String QRELS =
      """
      q1 0 a 2
      q1 0 b 1
      q1 0 c 0
      q1 0 d 3
      q1 0 e -1
      q1 0 f 1
      q2 0 a 1
      q2 0 g 0
      q3 0 b 1
      q4 0 c 0
      q5 0 h 2
      q5 0 i 1
      """;

  private static final String RUN =
      """
      q1 Q0 e 1 9.0 x
      q1 Q0 b 2 8.0 x
      q1 Q0 u1 3 7.0 x
      q1 Q0 a 4 6.5 x
      q1 Q0 d 5 6.5 x
      q1 Q0 c 6 6.0 x
      q2 Q0 g 1 0.5 x
      q2 Q0 a 9 0.4 x
      q4 Q0 c 1 1.0 x
      q5 Q0 u1 1 20 x
      q5 Q0 u2 2 19 x
      q5 Q0 u3 3 18 x
      q5 Q0 u4 4 17 x
      q5 Q0 u5 5 16 x
      q5 Q0 i 6 15 x
      q5 Q0 u6 7 14 x
      q5 Q0 u7 8 13 x
      q5 Q0 u8 9 12 x
      q5 Q0 u9 10 11 x
      q5 Q0 h 11 10 x
      q9 Q0 a 1 1.0 x
      """;

  private static final String EXPECTED =
      """
      q1 0.5193 0.4000 0.3000 0.7500 0.5000
      q2 0.6309 0.5000 0.1000 1.0000 0.5000
      q3 0.0000 0.0000 0.0000 0.0000 0.0000
      q4 0.0000 0.0000 0.0000 0.0000 0.0000
      q5 0.1354 0.1742 0.1000 1.0000 0.1667
      all 0.2571 0.2148 0.1000 0.5500 0.2333
      """;

  /**
   * The same for {@code ndcg, ndcg_cut.5, map_cut.3, Rprec, bpref, success.5}, {@code map} and
   * {@code bpref} with {@code -l2}, {@code map} with {@code -J}.
   */
  private static final List<Measure> OTHERS =
      Measure.list(
          "nDCG,nDCG@5,AP@3,Rprec,Bpref,Success@5,AP(rel=2),Bpref(rel=2),AP(judged_only=true)");

  private static final String OTHERS_EXPECTED =
      """
      q1 0.5193 0.5193 0.1250 0.5000 0.7500 1.0000 0.3250 0.5000 0.7500
      q2 0.6309 0.6309 0.5000 0.0000 0.0000 1.0000 0.0000 0.0000 0.5000
      q3 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000
      q4 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000 0.0000
      q5 0.3474 0.0000 0.0000 0.0000 1.0000 0.0000 0.0909 0.0000 1.0000
      all 0.2995 0.2301 0.1250 0.1000 0.3500 0.4000 0.0832 0.1000 0.4500
      """;

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  @Test
  void toFourDigits() throws IOException {
    assertThat(table(MEASURES)).isEqualTo(EXPECTED);
    assertThat(table(OTHERS)).isEqualTo(OTHERS_EXPECTED);
  }

  private String table(List<Measure> measures) throws IOException {
    Scores scores =
        Scores.of(Run.read(write("run", RUN)), Qrels.read(write("qrels", QRELS)), measures);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < scores.topics().size(); i++) {
      int topic = i;
      List<Double> values = measures.stream().map(m -> scores.of(m)[topic]).toList();
      lines.append(line(scores.topics().get(i), values));
    }
    lines.append(line("all", measures.stream().map(scores::mean).toList()));
    return lines.toString();
  }

  private static String line(String topic, List<Double> values) {
    StringBuilder line = new StringBuilder(topic);
    values.forEach(value -> line.append(String.format(Locale.ROOT, " %.4f", value)));
    return line.append('\n').toString();
  }
}
