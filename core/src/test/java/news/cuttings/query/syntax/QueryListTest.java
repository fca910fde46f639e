package news.cuttings.query.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.query.QuerySyntaxException;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The list of queries: each with the tree it is read as, written by {@link Trees}, and the warnings
 * with their places.
 *
 * <p>A line {@code query}, then, indented, {@code = tree} and a line {@code ! FROM-TO warning} for
 * each warning; {@code ⟨200B⟩} stands for the character of that number. Today is 29 December 2023.
 */
class QueryListTest {
  static final LocalDate TODAY = LocalDate.of(2023, 12, 29);

  private static final String LIST = "queries.txt";
  private static final Pattern CHARACTER = Pattern.compile("⟨([0-9A-F]{4})⟩");

  /** A query of the list and what is expected of it. */
  record Listed(String written, String tree, List<String> warnings) {
    String query() {
      return CHARACTER
          .matcher(written)
          .replaceAll(m ->
              java.util.regex.Matcher.quoteReplacement(
                  String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    @Override
    public String toString() {
      return written;
    }
  }

  static Stream<Listed> list() throws IOException {
    List<Listed> listed = new ArrayList<>();
    String query = "";
    for (String line : lines()) {
      if (line.startsWith("\t= ")) {
        String tree = line.substring(3);
        listed.add(new Listed(query, tree, new ArrayList<>()));
      } else if (line.startsWith("\t! ")) {
        listed.getLast().warnings().add(line.substring(3));
      } else {
        query = line;
      }
    }
    return listed.stream();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(QueryListTest.class.getResourceAsStream(LIST), LIST)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("list")
  void isReadSo(Listed listed) {
    StoryQuery query = StoryQuery.parse(listed.query(), TODAY);
    assertThat(Trees.line(query.clauses())).isEqualTo(listed.tree());
    assertThat(query.warnings().stream().map(QueryListTest::told)).isEqualTo(listed.warnings());
  }

  private static String told(Results.Warning warning) {
    return warning.from() + "-" + warning.to() + " " + warning.message();
  }

  /** The strict reading refuses what the forgiving one warns of, at the same place. */
  @ParameterizedTest
  @MethodSource("list")
  void theStrictReadingRefusesWhatIsWarnedOf(Listed listed) {
    StoryQuery forgiving = StoryQuery.parse(listed.query(), TODAY);
    if (listed.warnings().isEmpty()) {
      StoryQuery strict = StoryQuery.parseStrict(listed.query(), TODAY);
      assertThat(strict.clauses()).isEqualTo(forgiving.clauses());
    } else {
      int from = forgiving.warnings().getFirst().from();
      assertThatThrownBy(() -> StoryQuery.parseStrict(listed.query(), TODAY))
          .isInstanceOfSatisfying(
              QuerySyntaxException.class, e -> assertThat(e.position()).isEqualTo(from))
          .hasMessageContaining("(at character " + (from + 1) + ")");
    }
  }

  @ParameterizedTest
  @MethodSource("list")
  void itsTextIsReadTheSame(Listed listed) {
    StoryQuery query = StoryQuery.parse(listed.query(), TODAY);
    StoryQuery again = StoryQuery.parse(query.text(), TODAY);
    assertThat(again.clauses()).as(query.text()).isEqualTo(query.clauses());
    assertThat(again.text()).isEqualTo(query.text());
  }
}
