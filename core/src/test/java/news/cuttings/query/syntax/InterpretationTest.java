package news.cuttings.query.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.cuttings.query.StoryQuery;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Queries and the sentences that tell how they are read, by pairs of lines: {@code query}, then,
 * indented, the sentence. A query may end with {@code [all]}, {@code [newest]}, {@code [oldest]} or
 * {@code [undated]}.
 */
class InterpretationTest {
  private static final String LIST = "interpretations.txt";

  /** A query and its sentence. */
  record Told(String query, String sentence) {
    StoryQuery read() {
      int option = query.endsWith("]") ? query.lastIndexOf(" [") : query.length();
      StoryQuery read = StoryQuery.parse(query.substring(0, option), QueryListTest.TODAY);
      return switch (query.substring(option).strip()) {
        case "" -> read;
        case "[all]" -> read.match(StoryQuery.Match.ALL);
        case "[newest]" -> read.order(StoryQuery.Order.NEWEST);
        case "[oldest]" -> read.order(StoryQuery.Order.OLDEST);
        case "[undated]" -> read.undated();
        default -> throw new IllegalArgumentException(query);
      };
    }
  }

  static Stream<Told> list() throws IOException {
    List<Told> told = new ArrayList<>();
    String query = "";
    for (String line : lines()) {
      if (line.startsWith("\t")) {
        told.add(new Told(query, line.substring(1)));
      } else {
        query = line;
      }
    }
    return told.stream();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(InterpretationTest.class.getResourceAsStream(LIST), LIST)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("list")
  void isToldSo(Told told) {
    assertThat(told.read().interpretation()).isEqualTo(told.sentence());
  }
}
