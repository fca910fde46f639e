package news.cuttings.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import news.cuttings.bench.results.Tree;
import org.junit.jupiter.api.Test;

/** What several JVMs measured, put together. */
class SpreadTest {
  private static final Tree ENGINE =
      Tree.parse(
          """
          {"threads":[{"threads":1,"forks":[10,30,20]},{"threads":2,"forks":[50]}],
          "arrivals":[
          {"fork":0,"open":{"rate":100.0,"latency":{"p99":1000}}},
          {"fork":0,"open":{"rate":200.0,"latency":{"p99":4000}}},
          {"fork":1,"open":{"rate":100.0,"latency":{"p99":3000}}},
          {"fork":1,"open":{"rate":200.0,"latency":{"p99":9000}}}]}
          """);

  @Test
  void everyForkCounts() {
    assertThat(Spread.threads(ENGINE))
        .containsExactly(new Spread(1, 20, 10, 30), new Spread(2, 50, 50, 50));
    assertThat(Spread.arrivals(ENGINE, "p99"))
        .containsExactly(new Spread(100, 2, 1, 3), new Spread(200, 6.5, 4, 9));
  }

  @Test
  void theChartShowsFromWhereToWhere() {
    LineChart chart = new LineChart("p99", "questions a second", false, true);
    chart.series(0, Spread.arrivals(ENGINE, "p99"));
    assertThat(chart.draw()).contains("100 questions a second: 2 (1 to 3)", "class=\"range s0\"");
  }
}
