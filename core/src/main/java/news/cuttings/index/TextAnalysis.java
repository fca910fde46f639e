package news.cuttings.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import news.cuttings.story.Letters;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The one analysis, for index and query alike: Unicode's words (UAX #29), made a newspaper's by
 * {@code WordFilter}, stemmed by Porter's second English stemmer (Snowball); or, in an index whose
 * {@link RankingOptions} say so, in lower case and no more. No stop words: "to be or not to be" is
 * found.
 *
 * <p>Linear time. An instance serves one thread; it keeps its buffers for the next text.
 */
public final class TextAnalysis {
  private final RankingOptions.Analysis kind;
  private final Tokenizer tokenizer = new StandardTokenizer();
  private final WordFilter words = new WordFilter(tokenizer);
  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final TokenStream terms;
  private final TermToBytesRefAttribute bytes;
  private final OffsetAttribute offset;

  /** Takes the tokens of a text in order. */
  public interface Sink {
    /**
     * One token.
     *
     * @param term the term, valid during the call
     * @param start its first character in the text
     * @param end one past its last
     * @param exact {@code folded U+001F exact} where the spelling has an accent or an apostrophe,
     *     else null
     */
    void token(BytesRef term, int start, int end, @Nullable String exact);
  }

  /**
   * A token.
   *
   * @param term the term
   * @param start its first character in the text
   * @param end one past its last
   * @param exact {@code folded U+001F exact} where the spelling has an accent or an apostrophe,
   *     else null
   */
  public record Token(String term, int start, int end, @Nullable String exact) {}

  /** The analysis that is usual. */
  public TextAnalysis() {
    this(RankingOptions.DEFAULT.analysis());
  }

  /** That analysis. */
  public TextAnalysis(RankingOptions.Analysis kind) {
    this.kind = kind;
    terms = isNews() ? new Stems(words) : new LowerCaseFilter(tokenizer);
    bytes = bytesOf(terms);
    offset = terms.addAttribute(OffsetAttribute.class);
  }

  /** Which analysis it is. */
  public RankingOptions.Analysis kind() {
    return kind;
  }

  private boolean isNews() {
    return kind == RankingOptions.Analysis.NEWS;
  }

  /**
   * Whether the text has three words or more, all in capitals: then US is not told from us, and
   * capitals say nothing.
   */
  public static boolean isCapitals(String text) {
    return WordFilter.isCapitals(text);
  }

  /** The word folded and without possessive ending, not stemmed: what {@code exact} begins with. */
  public static String folded(String word) {
    return Letters.fold(WordFilter.bare(word));
  }

  /** The word as written, without possessive ending and the dots between single letters. */
  public static String bare(String word) {
    return WordFilter.bare(word);
  }

  /** Gives the text's tokens to the sink. */
  public void analyse(String text, Sink sink) {
    try {
      // The tokenizer joins words at the narrow no-break space; nobody else does.
      tokenizer.setReader(new StringReader(text.replace('\u202F', ' ')));
      words.text(text);
      try (terms) { // also where the sink throws: the next text needs it closed
        terms.reset();
        while (terms.incrementToken()) {
          sink.token(bytes.getBytesRef(), offset.startOffset(), offset.endOffset(), words.exact());
        }
        terms.end();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  /** The stem of one folded word, whatever its letters: what its term is where it is plain. */
  public String stem(String folded) {
    if (!isNews()) {
      return folded;
    }
    stemmer.setCurrent(folded);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  /** The word as terms are written, not stemmed: what a part of a word is compared with. */
  public String written(String word) {
    return isNews() ? Letters.fold(word) : word.toLowerCase(Locale.ROOT);
  }

  private static TermToBytesRefAttribute bytesOf(TokenStream stream) {
    return Objects.requireNonNull(stream.getAttribute(TermToBytesRefAttribute.class));
  }

  /** The text's tokens. */
  public List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    analyse(
        text,
        (word, start, end, exact) -> tokens.add(new Token(word.utf8ToString(), start, end, exact)));
    return tokens;
  }
}
