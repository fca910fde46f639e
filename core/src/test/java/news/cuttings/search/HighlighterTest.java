package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import news.cuttings.RandomStories;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Snippet;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of a text are marked, and which of its sentences are shown. */
@ExtendWith(RandomStories.Injected.class)
class HighlighterTest {
  /** Neighbouring sentences are shown up to so many characters, a single one up to the longest. */
  private static final int LENGTH = 240;

  private static final int LONGEST = 400;
  private static final int TRIES = 500;

  private final TextAnalysis analysis = new TextAnalysis();

  private Highlighter of(String query) {
    return of(query, term -> 1);
  }

  private Highlighter of(String query, ToDoubleFunction<String> worth) {
    StoryQuery read = StoryQuery.parse(query, LocalDate.of(2024, 2, 29));
    return new Highlighter(read.clauses(), () -> analysis, worth);
  }

  private static String shown(Snippet snippet) {
    return snippet.mark("[", "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ferry              | [Ferries] of the [Ferry] Co.: a ferryman's
          talk               | [Talks], [talking] and [talked], no talkies
          mexico             | [Mexico's] flag; [México]
          o'neill            | [O’Neill], [O'Neill] and Neill
          barcena            | [Bárcena] said
          ferry -sold        | The [ferry] was sold
          +ferry +sold       | The [ferry] was [sold]
          ferry OR sold      | The [ferry] was [sold]
          (ferry AND sold)^3 | The [ferry] was [sold]
          "ferry was sold"   | A ferry? The [ferry] [was] [sold], was it
          "sold ferry"       | The ferry was sold
          "the ferr*"        | [The] [ferries] met the fleet
          "sold ferry"~3     | The [ferry] was [sold]
          ferr*              | [Ferries], a [ferryman] and a fer
          fery~              | The [ferry] ran every day
          headline:ferry     | The [ferry]
          person:obrador     | López [Obrador] and [OBRADOR] met
          person:"ana o*"    | [Ana] [Obrador] met Anabel
          date:2024-01-31    | On 2024-01-31 the ferry
          since:7d           | For 7 days
          *                  | The ferry
          source:ferry       | The ferry
          """)
  void whatIsAskedForIsMarked(String query, String marked) {
    String text = marked.replace("[", "").replace("]", "");
    assertThat(shown(of(query).whole(text))).isEqualTo(marked);
  }

  @Test
  void termsAndNamesGivenAreMarked() {
    Highlighter with = new Highlighter(Set.of("ferri"), Set.of("loy"), () -> analysis, term -> 1);
    assertThat(shown(with.whole("Ada Loy's ferries"))).isEqualTo("Ada [Loy's] [ferries]");
  }

  @Test
  void theSentencesWithMostOfTheWordsAreShown() {
    String dull = "Nobody knew what the harbour was for. ".repeat(20);
    String text = dull + "The ferry came late. It was sold at noon. " + dull;
    assertThat(shown(of("ferry sold").best(text)))
        .contains("The [ferry] came late. It was [sold] at noon.")
        .hasSizeLessThan(LONGEST);
  }

  @Test
  void oneRareWordIsWorthMoreThanFrequentOnesAndTheirRepetition() {
    String dull = "Nobody knew what the harbour was for. ".repeat(20);
    String text = "A ferry, a ferry and a ferry were sold. " + dull + "It was a brigantine.";
    ToDoubleFunction<String> idf = term -> term.startsWith("brigantin") ? 9 : 2;
    assertThat(shown(of("ferry sold brigantine", idf).best(text)))
        .endsWith("It was a [brigantine].");
    assertThat(shown(of("ferry sold brigantine").best(text)))
        .startsWith("A [ferry], a [ferry] and a [ferry] were [sold].");
  }

  @Test
  void whereNothingIsFoundTheBeginningIsShown() {
    String text = "The ferry came late. " + "Nobody knew. ".repeat(50);
    assertThat(of("absent").best(text).text()).startsWith("The ferry came late. Nobody knew.");
    assertThat(of("absent").best(text).marks()).isEmpty();
  }

  @Test
  void aTextWithoutWordsHasNoSnippet() {
    for (String text : List.of("", " \n", "… — !")) {
      assertThat(of("ferry").best(text)).as(text).isEqualTo(Snippet.EMPTY);
      assertThat(of("ferry").firstSentence(text)).as(text).isEqualTo(Snippet.EMPTY);
    }
    assertThat(of("ferry").whole("!").text()).isEqualTo("!");
  }

  @Test
  void theFirstSentenceStandsForAHeadline() {
    String text = "The ferry, which No. 10 sold, came late. It was sold.";
    assertThat(shown(of("ferry it").firstSentence(text)))
        .startsWith("The [ferry], which No. 10 sold, came late.")
        .doesNotContain("[It]");
  }

  @Test
  void aSentenceTooLongIsCutAtASpaceAndSaysSo() {
    String text = "ferry" + " harbour".repeat(100);
    for (Snippet cut : List.of(of("ferry").best(text), of("ferry").firstSentence(text))) {
      assertThat(shown(cut)).startsWith("[ferry] harbour").endsWith("harbour…");
      assertThat(cut.text()).hasSizeLessThanOrEqualTo(LONGEST + 1);
    }
  }

  @Test
  void aWordTooLongIsCutBetweenCharacters() {
    for (String before : List.of("", "a")) {
      Snippet cut = of("ferry").best(before + "𝒳".repeat(1_000));
      assertThat(cut.text()).endsWith("𝒳…").hasSizeLessThanOrEqualTo(LONGEST + 1);
    }
  }

  @Test
  void linesAreOneAndTheMarksStayWhereTheyWere() {
    assertThat(shown(of("ferry").best("The\nferry\ncame"))).isEqualTo("The [ferry] came");
  }

  /** Whatever the text and the query: a piece of the text, with marks on what is asked for. */
  @Test
  void aSnippetIsAPieceOfTheText(RandomStories stories) {
    Random random = stories.random();
    for (int i = 0; i < TRIES; i++) {
      Story story = stories.list(1).getFirst();
      String text = story.body();
      List<String> words = new ArrayList<>();
      for (TextAnalysis.Token token : analysis.tokens(text)) {
        if (random.nextInt(20) == 0) {
          words.add(text.substring(token.start(), token.end()));
        }
      }
      StoryQuery query = StoryQuery.words(String.join(" ", words));
      Set<String> asked = terms(String.join(" ", words));
      Highlighter with = new Highlighter(query.clauses(), () -> analysis, term -> 1);
      for (Snippet snippet : List.of(with.best(text), with.firstSentence(text), with.whole(text))) {
        String shown = snippet.text();
        String piece = shown.endsWith("…") ? shown.substring(0, shown.length() - 1) : shown;
        assertThat(text.replace('\n', ' ')).contains(piece);
        int done = 0;
        for (Snippet.Mark mark : snippet.marks()) {
          assertThat(mark.start()).isGreaterThanOrEqualTo(done);
          assertThat(mark.end()).isGreaterThan(mark.start());
          done = mark.end();
          assertThat(asked).containsAnyElementsOf(terms(shown.substring(mark.start(), done)));
        }
        assertThat(done).isLessThanOrEqualTo(shown.length());
      }
      assertThat(with.best(text).text()).hasSizeLessThanOrEqualTo(LONGEST + 1);
      assertThat(words.isEmpty() || !with.whole(text).marks().isEmpty()).isTrue();
    }
  }

  private Set<String> terms(String text) {
    Set<String> terms = new HashSet<>();
    for (TextAnalysis.Token token : analysis.tokens(text)) {
      terms.add(token.term());
      TextAnalysis.Whole whole = token.whole();
      if (whole != null) {
        terms.add(whole.term());
      }
    }
    return terms;
  }

  /** No neighbouring sentences of a snippet's length hold more of the words than those shown. */
  @Test
  void nothingBetterIsPassedOver(RandomStories stories) {
    Random random = stories.random();
    List<String> sought = List.of("Ferry", "Gravel", "Anchor", "Lantern");
    for (int i = 0; i < TRIES; i++) {
      List<String> sentences = new ArrayList<>();
      for (int k = 1 + random.nextInt(30); k > 0; k--) {
        String word = random.nextInt(3) == 0 ? sought.get(random.nextInt(4)) : "Nobody";
        sentences.add(word + " knew" + " of it".repeat(random.nextInt(12)) + " then.");
      }
      long most = 0;
      for (int from = 0; from < sentences.size(); from++) {
        for (int to = from + 1; to <= sentences.size(); to++) {
          String window = String.join(" ", sentences.subList(from, to));
          most = window.length() > LENGTH ? most : Math.max(most, held(sought, window));
        }
      }
      String shown = of(String.join(" ", sought)).best(String.join(" ", sentences)).text();
      assertThat(held(sought, shown)).as("of %s", sentences).isGreaterThanOrEqualTo(most);
    }
  }

  private static long held(List<String> sought, String text) {
    return sought.stream().filter(text::contains).count();
  }
}
