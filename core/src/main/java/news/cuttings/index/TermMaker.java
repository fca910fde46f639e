package news.cuttings.index;

import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import news.cuttings.ranking.RankingOptions;
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
 * Makes the terms of a text: the machinery of {@link TextAnalysis}. Serves one thread at a time.
 */
final class TermMaker {
  /** Of more words no whole is filed: nobody types so long an address. */
  private static final int MOST_JOINED = 4;

  private static final int LONGEST_JOINED = 60;

  private final boolean remembers;
  private final boolean joins;
  private final Tokenizer tokenizer = new StandardTokenizer();
  private final WordFilter words = new WordFilter(tokenizer);
  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final TokenStream terms;

  /** Null where terms are words as they are written. */
  private final @Nullable Stems stems;

  private final TermToBytesRefAttribute bytes;
  private final OffsetAttribute offset;

  /**
   * @param remembers whether it keeps the stems it met, which is worth it from the second text on
   */
  TermMaker(RankingOptions.Analysis kind, boolean remembers) {
    this.remembers = remembers;
    joins = kind == RankingOptions.Analysis.NEWS;
    stems = joins ? new Stems(words, remembers) : null;
    terms = stems == null ? new LowerCaseFilter(tokenizer) : stems;
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
    int from = 0;
    int end = -1;
    int joined = 0;
    try (terms) { // also where the sink throws: the next text needs it closed
      terms.reset();
      while (terms.incrementToken()) {
        int start = offset.startOffset();
        if (joined > 0 && TextAnalysis.isJoined(text, end, start)) {
          joined++;
        } else {
          whole(text, from, end, joined, sink);
          joined = 1;
          from = start;
        }
        end = offset.endOffset();
        if (stems != null && !stems.isAsWritten()) {
          stems.tell(sink);
        }
        sink.token(bytes.getBytesRef(), start, end, words.exact());
        elided(words.elided(), sink);
      }
      whole(text, from, end, joined, sink);
      terms.end();
    }
  }

  private void elided(WordFilter.@Nullable Elided one, TextAnalysis.Sink sink) {
    if (joins && one != null) {
      TextAnalysis.Joint kind =
          one.mayBeName() ? TextAnalysis.Joint.ARTICLE_OR_NAME : TextAnalysis.Joint.ARTICLE;
      written(one.folded(), sink);
      sink.whole(new BytesRef(stem(one.folded())), one.start(), one.end(), one.exact(), kind);
    }
  }

  /** What stands there without a space, where it is of several words. */
  private void whole(String text, int from, int to, int words, TextAnalysis.Sink sink) {
    if (joins && words > 1 && words <= MOST_JOINED && to - from <= LONGEST_JOINED) {
      String whole = WordFilter.withoutPossessive(text.substring(from, to));
      String folded = Letters.fold(whole);
      if (!Stems.isOwn(folded.charAt(folded.length() - 1))) {
        written(folded, sink);
      }
      sink.whole(new BytesRef(folded), from, to, null, TextAnalysis.Joint.MARK);
    }
  }

  private static void written(String word, TextAnalysis.Sink sink) {
    sink.written(word.toCharArray(), word.length());
  }

  /** The stem of one folded word. */
  String stem(String folded) {
    stemmer.setCurrent(folded);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
