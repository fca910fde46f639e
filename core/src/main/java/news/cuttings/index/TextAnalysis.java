package news.cuttings.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Letters;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The one analysis, for index and query alike: Unicode's words (UAX #29), made a newspaper's by
 * {@code WordFilter}, stemmed by Porter's second English stemmer (Snowball); or, in an index whose
 * {@link RankingOptions} say so, in lower case and no more. No stop words: "to be or not to be" is
 * found.
 *
 * <p>Linear time. Safe for use by many threads, virtual ones too: what remembers stems is lent to
 * whoever asks and given back, so that no more of it is kept than work can go on at once.
 */
public final class TextAnalysis {
  private final RankingOptions.Analysis kind;

  /** What is not in use, each at a place where threads seldom meet. */
  private final AtomicReferenceArray<@Nullable TermMaker> idle;

  /** How many were asked for that could be kept. */
  private final AtomicInteger made = new AtomicInteger();

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

    /**
     * A word of several tokens, after the last of them: {@code guardian.com}, {@code l'Étoile}. It
     * has no place of its own.
     *
     * @param term the term, valid during the call
     * @param start its first character in the text
     * @param end one past its last
     * @param exact as of a token
     * @param kind how it is more than they
     */
    default void whole(BytesRef term, int start, int end, @Nullable String exact, Joint kind) {}

    /**
     * The word, folded, of the token or the whole that comes next, where its term does not tell.
     *
     * @param word its letters, valid during the call
     * @param length how many they are
     */
    default void written(char[] word, int length) {}
  }

  /**
   * A token.
   *
   * @param term the term
   * @param start its first character in the text
   * @param end one past its last
   * @param exact {@code folded U+001F exact} where the spelling has an accent or an apostrophe,
   *     else null
   * @param whole the word of several tokens, or with something left out of them, that ends here;
   *     null where none does
   */
  public record Token(
      String term, int start, int end, @Nullable String exact, @Nullable Whole whole) {
    /** Whether an article is before it: then the whole is the same word. */
    public boolean isElided() {
      return whole != null && whole.kind() != Joint.MARK;
    }

    /** The whole where the token is an elided word that some write as one, and there it is one. */
    public Optional<Whole> asName() {
      return Optional.ofNullable(whole).filter(one -> one.kind() == Joint.ARTICLE_OR_NAME);
    }

    private Token with(Whole word) {
      return whole == null ? new Token(term, start, end, exact, word) : this;
    }
  }

  /**
   * A word of several tokens, or one that is more than its token.
   *
   * @param term the term
   * @param start its first character in the text
   * @param kind how it is more than they
   */
  public record Whole(String term, int start, Joint kind) {}

  /** How a word is more than its tokens. */
  public enum Joint {
    /** It is several, joined by a mark: guardian.com, AC/DC. */
    MARK,
    /** An article is before its only token: l'Étoile. */
    ARTICLE,
    /** The same, but in capitals both would be one token: d'arcy, D'Arcy. */
    ARTICLE_OR_NAME
  }

  /** The analysis that is usual. */
  public TextAnalysis() {
    this(RankingOptions.DEFAULT.analysis());
  }

  /** That analysis. */
  public TextAnalysis(RankingOptions.Analysis kind) {
    this(kind, Runtime.getRuntime().availableProcessors());
  }

  /**
   * That analysis.
   *
   * @param kept so many texts can be analysed at once by what is kept; for more it is made anew
   */
  TextAnalysis(RankingOptions.Analysis kind, int kept) {
    this.kind = kind;
    idle = new AtomicReferenceArray<>(kept);
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

  /**
   * Whether nothing but a mark that joins words is between two of them: a point, a colon, an
   * underscore or a slash.
   *
   * @param end one past the last character of the first
   * @param start the first of the second
   */
  public static boolean isJoined(CharSequence text, int end, int start) {
    return isBound(text, end, start)
        || (end + 1 == start && (text.charAt(end) == '/' || text.charAt(end) == '\uFF0F'));
  }

  /** The same without the slash, which is between words that could stand alone. */
  public static boolean isBound(CharSequence text, int end, int start) {
    return end + 1 == start && WordParts.parts(text.charAt(end));
  }

  /** Gives the text's tokens to the sink. */
  public void analyse(String text, Sink sink) {
    TermMaker maker = borrowed();
    try {
      maker.analyse(text, sink);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    } finally {
      giveBack(maker);
    }
  }

  /** The stem of one folded word, whatever its letters: what its term is where it is plain. */
  public String stem(String folded) {
    if (!isNews()) {
      return folded;
    }
    TermMaker maker = borrowed();
    try {
      return maker.stem(folded);
    } finally {
      giveBack(maker);
    }
  }

  private TermMaker borrowed() {
    int first = place();
    for (int i = 0; i < idle.length(); i++) {
      TermMaker one = idle.getAndSet((first + i) % idle.length(), null);
      if (one != null) {
        return one;
      }
    }
    boolean isKept = made.get() < idle.length() && made.incrementAndGet() <= idle.length();
    return new TermMaker(kind, isKept);
  }

  private void giveBack(TermMaker one) {
    if (!one.remembers()) {
      return;
    }
    int first = place();
    for (int i = 0; i < idle.length(); i++) {
      if (idle.compareAndSet((first + i) % idle.length(), null, one)) {
        return;
      }
    }
  }

  /** Where a thread looks first. */
  private int place() {
    return (int) (Thread.currentThread().threadId() % idle.length());
  }

  /** The word as terms are written, not stemmed: what a part of a word is compared with. */
  public String written(String word) {
    return isNews() ? folded(word) : word.toLowerCase(Locale.ROOT);
  }

  /** The text's tokens. */
  public List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    analyse(
        text,
        new Sink() {
          @Override
          public void token(BytesRef term, int start, int end, @Nullable String exact) {
            tokens.add(new Token(term.utf8ToString(), start, end, exact, null));
          }

          @Override
          public void whole(BytesRef term, int start, int end, @Nullable String exact, Joint kind) {
            Whole whole = new Whole(term.utf8ToString(), start, kind);
            tokens.set(tokens.size() - 1, tokens.getLast().with(whole));
          }
        });
    return tokens;
  }
}
