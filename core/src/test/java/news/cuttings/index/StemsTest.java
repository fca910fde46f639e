package news.cuttings.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/** What is remembered is what the stemmer says. */
class StemsTest {
  private final WhitespaceTokenizer words = new WhitespaceTokenizer();
  private final Stems stems = new Stems(words, true);
  private final CharTermAttribute term = stems.addAttribute(CharTermAttribute.class);
  private final EnglishStemmer stemmer = new EnglishStemmer();

  /** The same instance from try to try: it remembers more and more. */
  @Property
  void remembersWhatTheStemmerSays(@ForAll @Size(max = 60) List<@From("words") String> some)
      throws IOException {
    List<String> expected = some.stream().map(this::stem).toList();
    assertThat(stems(some)).isEqualTo(expected);
    assertThat(stems(some)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> words() {
    Arbitrary<String> beginnings =
        Arbitraries.oneOf(
            Arbitraries.of("", "y", "sky", "hop", "gener", "commun", "internationali", "migr"),
            Arbitraries.strings()
                .withCharRange('a', 'e')
                .withChars('y', 's', 'é', 'Ω')
                .ofMaxLength(18));
    Arbitrary<String> endings =
        Arbitraries.of(
            "", "s", "ies", "ed", "eed", "ing", "ly", "ational", "fulness", "ization", "y", "e",
            "7");
    return Combinators.combine(beginnings, endings)
        .as((beginning, ending) -> beginning + ending)
        .filter(word -> !word.isEmpty());
  }

  private String stem(String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  private List<String> stems(List<String> some) throws IOException {
    List<String> found = new ArrayList<>();
    words.setReader(new StringReader(String.join(" ", some)));
    try (stems) {
      stems.reset();
      while (stems.incrementToken()) {
        found.add(term.toString());
      }
      stems.end();
    }
    return found;
  }
}
