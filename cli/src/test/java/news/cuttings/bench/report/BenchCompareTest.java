package news.cuttings.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.cuttings.bench.results.Tree;
import news.cuttings.bench.timing.Ratio.Verdict;
import org.junit.jupiter.api.Test;

/** Benches side by side. */
class BenchCompareTest {
  private static Tree bench(String java, String hits, double... middles) {
    List<Object> rounds = new ArrayList<>();
    for (int i = 0; i < middles.length; i++) {
      rounds.add(Tree.map("fork", i / 2, "round", i % 2, "cpu_p50", middles[i]));
    }
    Map<String, Object> engine = Tree.map("engine", "e", "hits", hits, "rounds", rounds);
    Map<String, Object> of = Tree.map("class", "or_2", "engines", List.of(engine));
    Map<String, Object> corpus = Tree.map("name", "news", "classes", List.of(of));
    return Tree.parse(
        new Tree(
                Tree.map(
                    "machine", Tree.map("java", java),
                    "settings", Tree.map("seed", 1),
                    "corpora", List.of(corpus)))
            .json());
  }

  private static BenchCompare.Line only(BenchCompare compared) {
    assertThat(compared.lines()).hasSize(1);
    return compared.lines().get(0);
  }

  @Test
  void fasterSlowerOrNotShown() {
    Tree base = bench("25", "h", 100, 102, 98, 101, 99, 100);
    BenchCompare faster = BenchCompare.of(base, bench("25", "h", 50, 51, 49, 50, 50, 52));
    assertThat(only(faster).ratio().verdict()).isEqualTo(Verdict.FASTER);
    assertThat(only(faster).ratio().value()).isBetween(0.49, 0.52);
    assertThat(only(faster).sameHits()).isTrue();
    assertThat(faster.notes()).isEmpty();
    BenchCompare slower = BenchCompare.of(base, bench("25", "h", 150, 151, 149, 150, 150, 152));
    assertThat(only(slower).ratio().verdict()).isEqualTo(Verdict.SLOWER);
    BenchCompare same = BenchCompare.of(base, bench("25", "h", 90, 120, 100, 80, 110, 101));
    assertThat(only(same).ratio().verdict()).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
  }

  @Test
  void saysWhatIsNotTheSame() {
    BenchCompare compared = BenchCompare.of(bench("21", "h", 1, 1), bench("25", "g", 1, 1));
    assertThat(compared.notes()).containsExactly("java is not the same: 21, 25");
    assertThat(only(compared).sameHits()).isFalse();
  }
}
