package news.cuttings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.cuttings.index.TextAnalysis;
import news.cuttings.people.People;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Names and words as newspapers write them and as people type them: what must be found and what
 * must not, against the analysis, the parser and the index, and against Lucene's own analyzers
 * under its classic parser. The table of passes is approved as a file that RELEVANCE.md quotes.
 */
@Tag(Filed.EVERYWHERE)
class NameSuiteTest {
  private static final String SUITE = "names-and-words.txt";
  private static final String PEOPLE = "people-named.txt";
  private static final String TABLE = "pass-table.txt";

  /** A text, a query, whether it must find the text, and whether it is known to fail. */
  record Case(String text, String query, boolean finds, boolean fails, String about) {
    /** What is the case today. */
    boolean isFound() {
      return finds != fails;
    }

    @Override
    public String toString() {
      return query + (finds ? " finds " : " does not find ") + text;
    }
  }

  static Stream<Case> cases() throws IOException {
    return cases(SUITE);
  }

  static Stream<Case> peopleNamed() throws IOException {
    return cases(PEOPLE);
  }

  private static Stream<Case> cases(String suite) throws IOException {
    return resource(suite)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split(" \\| ", -1))
        .map(part -> new Case(part[0], part[1], finds(part[2]), part[2].endsWith(" is"), part[3]));
  }

  private static boolean finds(String told) {
    return switch (told) {
      case "finds" -> true;
      case "not", "not, but is" -> false;
      default -> throw new IllegalArgumentException(told);
    };
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(NameSuiteTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theIndexFindsWhatItMust(Case one) throws IOException {
    assertThat(isFoundHere(one)).isEqualTo(one.isFound());
  }

  @ParameterizedTest
  @MethodSource("peopleNamed")
  void whoIsRecognisedIsFoundByName(Case one) throws IOException {
    try (StoryIndex index = Filed.empty(People.standard())) {
      index.add(Story.builder().id("a").body(one.text()).build());
      index.commit();
      assertThat(index.search(StoryQuery.parse(one.query())).isEmpty()).isNotEqualTo(one.isFound());
    }
  }

  /** What a query finds has the terms of its words, and what it must not lacks one. */
  @ParameterizedTest
  @MethodSource("cases")
  void theAnalysisAgrees(Case one) {
    if (one.query().startsWith("\"")) {
      return; // the order of words is the index's affair
    }
    TextAnalysis analysis = new TextAnalysis();
    List<String> text = analysis.tokens(one.text()).stream().map(TextAnalysis.Token::term).toList();
    List<String> query =
        analysis.tokens(one.query()).stream().map(TextAnalysis.Token::term).toList();
    assertThat(query).isNotEmpty();
    assertThat(text.containsAll(query)).isEqualTo(one.isFound());
  }

  @Test
  void theTableOfPassesIsAsApproved() throws IOException {
    assumeFalse(Filed.ON_CLUSTER, "each case is asked of the cluster by itself");
    List<Case> cases = cases().toList();
    Map<String, int[]> passes = new LinkedHashMap<>();
    for (Case one : cases) {
      boolean[] right = {
        isFoundHere(one) == one.finds(),
        isRight(one, new StandardAnalyzer()),
        isRight(one, new EnglishAnalyzer())
      };
      for (String row : List.of(one.about(), "all")) {
        int[] counts = passes.computeIfAbsent(row, key -> new int[4]);
        counts[0]++;
        for (int i = 0; i < right.length; i++) {
          counts[i + 1] += right[i] ? 1 : 0;
        }
      }
    }
    assertThat(table(passes)).isEqualTo(resource(TABLE));
  }

  private static String table(Map<String, int[]> passes) {
    StringBuilder table = new StringBuilder();
    table.append("| | cases | Cuttings | StandardAnalyzer | EnglishAnalyzer |\n");
    table.append("|---|---|---|---|---|\n");
    int[] all = passes.getOrDefault("all", new int[4]);
    passes.forEach((about, counts) -> table.append(about.equals("all") ? "" : row(about, counts)));
    return table.append(row("all", all)).toString();
  }

  private static String row(String about, int[] n) {
    return String.format(
        Locale.ROOT, "| %s | %d | %d | %d | %d |\n", about, n[0], n[1], n[2], n[3]);
  }

  private static boolean isFoundHere(Case one) throws IOException {
    try (StoryIndex index = Filed.ofTexts("Something else.", one.text())) {
      StoryQuery query = StoryQuery.parse(one.query()).match(StoryQuery.Match.ALL);
      var found = index.search(query);
      // A phrase that nothing has is ranked as words, and said to be.
      return !found.isEmpty() && found.warnings().isEmpty();
    }
  }

  /** With Lucene's analyzer and classic parser; what the parser refuses finds nothing. */
  private static boolean isRight(Case one, Analyzer analyzer) throws IOException {
    try (analyzer;
        Directory directory = new ByteBuffersDirectory()) {
      QueryParser parser = new QueryParser("body", analyzer);
      parser.setDefaultOperator(QueryParser.Operator.AND);
      Query query = parser.parse(one.query());
      Document document = new Document();
      document.add(new TextField("body", one.text(), Field.Store.NO));
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        writer.addDocument(document);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return new IndexSearcher(reader).count(query) > 0 == one.finds();
      }
    } catch (ParseException e) {
      return !one.finds();
    }
  }
}
