package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.index.Labels;
import news.cuttings.index.Schema;
import news.cuttings.index.StoredStories;
import news.cuttings.index.StoryWriter;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.StoryQuery.Match;
import news.cuttings.story.Story;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lucene's classic parser over the same fields and analysis finds the same stories.
 *
 * <p>The queries leave out what differs by design: a phrase or a label beside words is required
 * here; AND binds closer than OR, and OR closer than a space; a group of exclusions matches all
 * others; a word may be misspelt by its length; two words are near in either order. The classic
 * parser is told so by the signs that the design says are meant.
 */
@ExtendWith(RandomStories.Injected.class)
class ClassicSyntaxTest {
  private static final int STORIES = 200;
  private static final int QUERIES = 400;
  private static final Pattern BEGINNING = Pattern.compile("(\\w+:)?\\w+\\*");
  private static final Pattern MISSPELT = Pattern.compile("\\w{3,}~(?!\\d)");
  private static final Pattern WORD = Pattern.compile("\\w+");

  @Test
  void findsTheSame(RandomStories stories) throws IOException, ParseException {
    Random random = stories.random();
    compare(stories, () -> new Writer(stories, random).query(), true);
  }

  /** Letters may differ from the word or, which Lucene does not think of, from its stem. */
  @Test
  void ofMisspeltWordsFindsAtLeastTheSame(RandomStories stories)
      throws IOException, ParseException {
    compare(stories, () -> stories.word() + "~ " + stories.word() + "~2", false);
  }

  private static void compare(RandomStories stories, Supplier<String> queries, boolean exactly)
      throws IOException, ParseException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        StoryWriter writer =
            StoryWriter.open(
                directory, Filed.people(), StoryWriter.Weighing.USUAL, StoryWriter.Holder.SILENT)) {
      List<Story> filed = stories.list(STORIES);
      writer.add(filed);
      writer.commit();
      SearcherManager searchers = writer.searchers();
      IndexSearcher searcher = searchers.acquire();
      int found = 0;
      try {
        for (int i = 0; i < QUERIES; i++) {
          String text = queries.get();
          Set<String> theirs = theirs(searcher, text);
          Set<String> ours = ours(searcher, text);
          if (exactly) {
            assertThat(wider(searcher, text)).as(text).containsAll(different(ours, theirs));
          } else {
            assertThat(ours).as(text).containsAll(theirs);
          }
          found += theirs.isEmpty() ? 0 : 1;
        }
      } finally {
        searchers.release(searcher);
      }
      assertThat(found).as("queries that find something").isGreaterThan(QUERIES / 3);
    }
  }

  /**
   * A beginning is also that of words whose stem is shorter, which Lucene does not think of: the
   * stories that have one, and no others, may be there or, where it is excluded, not.
   */
  private static Set<String> wider(IndexSearcher searcher, String text)
      throws IOException, ParseException {
    Set<String> wider = new TreeSet<>();
    for (MatchResult beginning : BEGINNING.matcher(text).results().toList()) {
      wider.addAll(
          different(ours(searcher, beginning.group()), theirs(searcher, beginning.group())));
    }
    return wider;
  }

  private static Set<String> different(Set<String> a, Set<String> b) {
    Set<String> different = new TreeSet<>(a);
    different.removeAll(b);
    b.stream().filter(id -> !a.contains(id)).forEach(different::add);
    return different;
  }

  private static Set<String> ours(IndexSearcher searcher, String text) throws IOException {
    StoryQuery query = StoryQuery.parse(text).match(Match.ANY).limit(STORIES);
    assertThat(query.warnings()).as(text).isEmpty();
    SearchBackend backend = new LuceneBackend(searcher);
    Scopes scopes = new Scopes(backend, new TextAnalysis(), query, new ArrayList<>());
    return new TreeSet<>(backend.ids(scopes.of(query.clauses(), false).query()));
  }

  private static Set<String> theirs(IndexSearcher searcher, String text)
      throws IOException, ParseException {
    Set<String> ids = new TreeSet<>();
    Query query = new Classic().parse(withEdits(text));
    for (ScoreDoc hit : searcher.search(query, STORIES).scoreDocs) {
      ids.add(StoredStories.read(searcher.storedFields(), hit.doc).id());
    }
    return ids;
  }

  /** The query, saying how many letters may differ: as many as here by the length of the word. */
  private static String withEdits(String text) {
    return MISSPELT
        .matcher(text)
        .replaceAll(word -> word.group() + (word.end() - word.start() <= 6 ? 1 : 2));
  }

  /** The classic parser; a phrase of any field is one of the headline or the body. */
  private static final class Classic extends QueryParser {
    Classic() {
      super(Schema.ALL, new Analysis());
    }

    @Override
    protected Query getFieldQuery(String field, String text, int slop) throws ParseException {
      return new BooleanQuery.Builder()
          .add(phrase(Schema.HEADLINE, text, slop), Occur.SHOULD)
          .add(phrase(Schema.BODY, text, slop), Occur.SHOULD)
          .build();
    }

    private Query phrase(String field, String text, int slop) throws ParseException {
      PhraseQuery exact = (PhraseQuery) newFieldQuery(getAnalyzer(), field, text, true);
      List<BytesRef> words = Stream.of(exact.getTerms()).map(Term::bytes).toList();
      return slop == 0
          ? phrase(field, words, 0)
          : new BooleanQuery.Builder()
              .add(phrase(field, words, slop), Occur.SHOULD)
              .add(phrase(field, words.reversed(), slop), Occur.SHOULD)
              .build();
    }

    private static Query phrase(String field, List<BytesRef> words, int slop) {
      return new PhraseQuery(slop, field, words.toArray(BytesRef[]::new));
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
      if (field.equals("person") || field.equals("source")) {
        return new TermQuery(new Term(name(field), Labels.words(text).getFirst()));
      }
      return quoted ? getFieldQuery(field, text, 0) : super.getFieldQuery(field, text, false);
    }

    private static String name(String field) {
      return field.equals("person") ? Schema.PERSON_WORDS : field;
    }
  }

  /** The one analysis, as Lucene wants it. */
  private static final class Analysis extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      return new TokenStreamComponents(new Tokens());
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new LowerCaseFilter(in);
    }
  }

  /** The tokens of a text, each at the next position. */
  private static final class Tokens extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> terms = new ArrayList<>();
    private int next;

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (next == terms.size()) {
        return false;
      }
      term.append(terms.get(next++));
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      terms.clear();
      next = 0;
      new TextAnalysis().tokens(all(input)).forEach(token -> terms.add(token.term()));
    }

    private static String all(Reader input) {
      StringBuilder text = new StringBuilder();
      try {
        for (int c = input.read(); c >= 0; c = input.read()) {
          text.append((char) c);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }
  }

  /** Writes random queries in the syntax that both read. */
  private static final class Writer {
    private final RandomStories stories;
    private final Random random;

    Writer(RandomStories stories, Random random) {
      this.stories = stories;
      this.random = random;
    }

    String query() {
      return switch (random.nextInt(4)) {
        case 0 -> joined(" AND ", 2);
        case 1 -> joined(" OR ", 2);
        default -> signed(2);
      };
    }

    /** Side by side, with signs; at least one is wanted. */
    private String signed(int depth) {
      StringBuilder text = new StringBuilder(sign(random.nextInt(2)) + operand(depth, false));
      for (int i = random.nextInt(3); i > 0; i--) {
        text.append(' ').append(sign(random.nextInt(3))).append(operand(depth, false));
      }
      return text.toString();
    }

    private static String sign(int number) {
      return number == 0 ? "" : number == 1 ? "+" : "-";
    }

    private String joined(String by, int depth) {
      List<String> operands = new ArrayList<>();
      for (int i = 2 + random.nextInt(2); i > 0; i--) {
        boolean not = !operands.isEmpty() && random.nextInt(4) == 0;
        // First a word: a group of labels alone is required, as a label is.
        operands.add((not ? "NOT " : "") + operand(depth, !operands.isEmpty()));
      }
      return String.join(by, operands);
    }

    /** One operand; phrases and labels only where a sign or an operator says what they are. */
    private String operand(int depth, boolean joined) {
      String text =
          switch (random.nextInt(joined ? 12 : 10)) {
            case 0, 1, 2, 3 -> stories.word();
            case 4 -> "headline:" + stories.word();
            case 5 -> stories.word() + "^" + (1 + random.nextInt(3));
            case 6 -> termsWithPrefix() + "*";
            case 7 -> stories.word() + "~1";
            case 8 -> "body:(" + stories.word() + " " + stories.word() + ")";
            case 9 -> depth == 0 ? stories.word() : group(depth - 1);
            case 10 -> phrase();
            default -> random.nextBoolean() ? "person:klopp" : "source:guardian";
          };
      return text;
    }

    private String group(int depth) {
      return switch (random.nextInt(3)) {
        case 0 -> "(" + joined(" AND ", depth) + ")";
        case 1 -> "(" + joined(" OR ", depth) + ")";
        default -> "(" + signed(depth) + ")";
      };
    }

    private String termsWithPrefix() {
      String word = stories.word();
      return word.substring(0, 2 + random.nextInt(word.length() - 2));
    }

    private String phrase() {
      List<String> words =
          WORD.matcher(stories.next("x").body()).results().map(m -> m.group()).toList();
      int at = random.nextInt(words.size() - 1);
      String slop = random.nextBoolean() ? "" : "~" + (1 + random.nextInt(3));
      return '"' + words.get(at) + ' ' + words.get(at + 1) + '"' + slop;
    }
  }
}
