package news.cuttings.index;

import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Makes the terms of a text: the machinery of {@link TextAnalysis}. Serves one thread at a time.
 */
final class TermMaker {
  private final boolean remembers;
  private final Tokenizer tokenizer = new StandardTokenizer();
  private final WordFilter words = new WordFilter(tokenizer);
  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final TokenStream terms;
  private final TermToBytesRefAttribute bytes;
  private final OffsetAttribute offset;

  /**
   * @param remembers whether it keeps the stems it met, which is worth it from the second text on
   */
  TermMaker(RankingOptions.Analysis kind, boolean remembers) {
    this.remembers = remembers;
    terms =
        kind == RankingOptions.Analysis.NEWS
            ? new Stems(words, remembers)
            : new LowerCaseFilter(tokenizer);
    bytes = Objects.requireNonNull(terms.getAttribute(TermToBytesRefAttribute.class));
    offset = terms.addAttribute(OffsetAttribute.class);
  }

  /** Whether it keeps the stems it met. */
  boolean remembers() {
    return remembers;
  }

  /** Gives the text's tokens to the sink. */
  void analyse(String text, TextAnalysis.Sink sink) throws IOException {
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
  }

  /** The stem of one folded word. */
  String stem(String folded) {
    stemmer.setCurrent(folded);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
