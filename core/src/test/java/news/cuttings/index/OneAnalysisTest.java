package news.cuttings.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Letters;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The terms that are filed are those that are asked for. */
class OneAnalysisTest {
  private final StoryFields fields = new StoryFields();
  private final TextAnalysis asked = new TextAnalysis();

  @Property
  void filedTermsAreAskedTerms(@ForAll("texts") String headline, @ForAll("texts") String body)
      throws IOException {
    Story story =
        Story.builder()
            .headline(headline)
            .body(body + "\n\nx")
            .people(List.of(Person.given("Seán " + "O’Neill")))
            .build();
    List<IndexableField> made = fields.of(story);
    List<String> ofHeadline = asked(story.headline().orElse(""));
    List<String> ofBody = asked(story.body());
    assertThat(filed(made, Schema.HEADLINE)).isEqualTo(ofHeadline);
    assertThat(filed(made, Schema.BODY)).isEqualTo(ofBody);
    Map<String, Integer> all = new HashMap<>();
    ofHeadline.forEach(
        term -> all.merge(term, RankingOptions.DEFAULT.headlineWeight(), Integer::sum));
    ofBody.forEach(term -> all.merge(term, 1, Integer::sum));
    asked.tokens(story.body()).stream()
        .filter(token -> token.start() < StoryFields.weighedLead(story))
        .forEach(
            token -> all.merge(token.term(), RankingOptions.DEFAULT.leadWeight(), Integer::sum));
    asked("Seán O’Neill")
        .forEach(term -> all.merge(term, RankingOptions.DEFAULT.peopleWeight(), Integer::sum));
    wholes(story.headline().orElse(""), 0, RankingOptions.DEFAULT.headlineWeight(), all);
    wholes(story.body(), StoryFields.weighedLead(story), 1, all);
    assertThat(weights(made)).isEqualTo(all);
  }

  /** A text without paragraphs has no more of a lead than any other. */
  @Test
  void aLongLeadCountsMoreWhereItBegins() throws IOException {
    Story story = Story.builder().body("early ".repeat(15) + "mile ".repeat(40) + "late").build();
    assertThat(filed(fields.of(story), Schema.LEAD)).hasSize(56);
    assertThat(weights(fields.of(story)))
        .containsEntry("earli", 15 * (1 + RankingOptions.DEFAULT.leadWeight()))
        .containsEntry("late", 1);
  }

  private void wholes(String text, int leadEnd, int weight, Map<String, Integer> all) {
    asked.analyse(
        text,
        new TextAnalysis.Sink() {
          @Override
          public void token(BytesRef term, int start, int end, @Nullable String exact) {}

          @Override
          public void whole(
              BytesRef term, int start, int end, @Nullable String exact, TextAnalysis.Joint kind) {
            int counts = start < leadEnd ? weight + RankingOptions.DEFAULT.leadWeight() : weight;
            all.merge(term.utf8ToString(), counts, Integer::sum);
          }
        });
  }

  /** A query is parted at white space before it is analysed, a story is not. */
  @Property
  void wordByWordIsTheSame(@ForAll("texts") String text) {
    if (TextAnalysis.isCapitals(text)) {
      return; // capitals are a matter of the whole
    }
    List<String> terms = new ArrayList<>();
    Letters.words(text).forEach(word -> terms.addAll(asked(word)));
    assertThat(terms).isEqualTo(asked(text));
  }

  @Property
  void termsAreWhereTheySayTheyAre(@ForAll("texts") String text) {
    int last = 0;
    for (TextAnalysis.Token token : asked.tokens(text)) {
      assertThat(token.start()).isGreaterThanOrEqualTo(last);
      assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
      assertThat(token.term()).isNotEmpty();
      last = token.end();
    }
  }

  @Property
  void termsAreTheSameHoweverAccentsAreWritten(@ForAll("texts") String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(words(decomposed)).isEqualTo(words(composed));
  }

  /** Terms with a letter or a digit: an arrow with a stroke and one without are told apart. */
  private List<String> words(String text) {
    return asked(text).stream()
        .filter(term -> term.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }

  @Test
  void aFailureSpoilsNoLaterText() {
    assertThatThrownBy(() ->
            asked.analyse(
                "one two",
                (term, start, end, exact) -> {
                  throw new IllegalStateException("stop");
                }))
        .hasMessage("stop");
    assertThat(asked("one two")).containsExactly("one", "two");
  }

  @Test
  void aWordLongerThanAnyTermIsFiled() throws IOException {
    String word = "a".repeat(100_000) + " " + "ﷺ".repeat(40_000) + " x" + "\u0301".repeat(50_000);
    List<IndexableField> made = fields.of(Story.builder().headline(word).body(word).build());
    assertThat(filed(made, Schema.HEADLINE))
        .isEqualTo(asked(word))
        .allSatisfy(term -> assertThat(term.length()).isLessThan(10_000));
  }

  private List<String> asked(String text) {
    return asked.tokens(text).stream().map(TextAnalysis.Token::term).toList();
  }

  private static List<String> filed(List<IndexableField> made, String name) throws IOException {
    List<String> terms = new ArrayList<>();
    for (IndexableField field : made) {
      if (field.name().equals(name)) {
        try (TokenStream stream = stream(field)) {
          BytesTermAttribute term =
              Objects.requireNonNull(stream.getAttribute(BytesTermAttribute.class));
          stream.reset();
          while (stream.incrementToken()) {
            terms.add(term.getBytesRef().utf8ToString());
          }
        }
      }
    }
    return terms;
  }

  private static Map<String, Integer> weights(List<IndexableField> made) throws IOException {
    Map<String, Integer> weights = new HashMap<>();
    for (IndexableField field : made) {
      if (field.name().equals(Schema.ALL)) {
        try (TokenStream stream = stream(field)) {
          BytesTermAttribute term =
              Objects.requireNonNull(stream.getAttribute(BytesTermAttribute.class));
          TermFrequencyAttribute weight =
              Objects.requireNonNull(stream.getAttribute(TermFrequencyAttribute.class));
          stream.reset();
          while (stream.incrementToken()) {
            weights.merge(
                term.getBytesRef().utf8ToString(), weight.getTermFrequency(), Integer::sum);
          }
        }
      }
    }
    return weights;
  }

  @SuppressWarnings("NullAway") // our streams need no analyser and take none over
  private static TokenStream stream(IndexableField field) {
    return field.tokenStream(null, null);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "AT&T",
            "R&D's",
            "C++",
            "C#",
            "U.S.",
            "US",
            "us",
            "U.S.A",
            "J.K.",
            "Mexico's",
            "O’Neill",
            "O'Neill's",
            "ONeill",
            "Ba\u0301rcena",
            "Bárcena",
            "10\u202F000",
            "1,000.5",
            "a_b",
            "foul-mouthed",
            "ended.Governor",
            "Photo:Reuters",
            "Liverpool_FC",
            "__a_",
            "_",
            "U.S.President",
            "16:30",
            "AC/DC",
            "l'Étoile",
            "L’ÉTOILE",
            "dell'Unione",
            "d'Arcy",
            "D'Arcy's",
            "l'a.b",
            "...",
            "—",
            "😀",
            "👩‍👩‍👧",
            "北京",
            "한국",
            "\u200B",
            "\u00AD",
            "&",
            "A&",
            "&B",
            "A&B&C",
            "'s",
            "’",
            ".",
            "\n",
            "\n\n",
            "İ",
            "ŉ",
            "ﬁ",
            "x\u0301\u0301",
            "\u00A0",
            "THE",
            "running",
            "policies",
            "«",
            "\"",
            "http://a.b/c?d=e");
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(8);
    Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(8);
    return Arbitraries.oneOf(odd, any, ascii)
        .list()
        .ofMaxSize(12)
        .flatMap(parts -> Arbitraries.of("", " ", " ").map(gap -> String.join(gap, parts)));
  }
}
