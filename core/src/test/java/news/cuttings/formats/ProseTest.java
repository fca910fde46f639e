package news.cuttings.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import news.cuttings.formats.io.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "q01 0 kestrel-2111 2\nq01 0 kestrel-17 0\nq02 0 heron-9 1\n",
        "1 0 268 1\n",
        "12.5\t13.1\n14.0\t15.2\n",
        "qid\tquery\nq1\twho keeps the light\nq2\twhat the sluice cost\n",
        "101 border talks mexico\n102 who sank the ferry\n103 price of lamp oil\n",
        "1 Q0 kestrel-2111 1 14.2 run\n1 Q0 kestrel-9 2 13.8 run\n",
      })
  void tablesAreNone(String text) {
    assertThat(Prose.isIn(Sample.of(text.getBytes(UTF_8)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Saturday's results\nTown 2 City 2\nRovers 0 Albion 0\nUnited 3 Athletic 3\n",
        "Rain fell.\n",
        "A headline\n",
        "3 dead in crash\nA lorry left the road at Dunmore on Friday.\n",
        "1. Peel the turnips.\n2. Boil them.\n3. Give them to the pig.\n",
        "1962 was the year of the flood.\n1963 was dry.\n1964 nobody remembers.\n",
        "Name\tAge\nThe oldest of them was 98 and did not say so.\n",
      })
  void textIs(String text) {
    assertThat(Prose.isIn(Sample.of(text.getBytes(UTF_8)))).isTrue();
  }
}
