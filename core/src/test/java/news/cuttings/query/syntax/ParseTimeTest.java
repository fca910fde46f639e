package news.cuttings.query.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import news.cuttings.query.StoryQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** How long a parse takes: printed, and held under a bound that is far off. */
@Tag("slow")
@Isolated // measures time
class ParseTimeTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 12, 29);
  private static final int ROUNDS = 20_000;
  private static final int MOST_MICROSECONDS = 300;

  @Test
  void aParseTakesMicroseconds() {
    List<String> slow = new ArrayList<>();
    for (String text :
        List.of(
            "migration talks",
            "headline:migration person:\"López Obrador\" since:2023-12",
            "(a OR b) AND NOT \"c d\"~3 -source:guardian klopp^2 obradr~ migrat*",
            "What is the latest on migration talks in Mexico?")) {
      double median = median(text);
      System.out.println(text + ": " + median + " µs");
      if (median > MOST_MICROSECONDS) {
        slow.add(text + ": " + median + " µs");
      }
    }
    assertThat(slow).isEmpty();
  }

  private static double median(String text) {
    List<Long> times = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      sum += StoryQuery.parse(text, TODAY).clauses().parts().size();
      times.add(System.nanoTime() - start);
    }
    assertThat(sum).isPositive();
    List<Long> warm = new ArrayList<>(times.subList(ROUNDS / 2, ROUNDS));
    Collections.sort(warm);
    return warm.get(warm.size() / 2) / 1000.0;
  }
}
