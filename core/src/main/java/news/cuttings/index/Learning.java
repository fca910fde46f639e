package news.cuttings.index;

import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;

/**
 * What a writer knows of the words of its index. What is learnt goes with the next commit or not at
 * all: until then the commits before name the file before. All but {@link #words} is for one thread
 * at a time, while nobody writes.
 */
final class Learning {
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private volatile @Nullable WordVectors words;
  private @Nullable String file;

  /** Goes on from the last commit, which says that. */
  Learning(IndexWriter writer, SearcherManager searchers, Map<String, String> commit)
      throws IOException {
    this.writer = writer;
    this.searchers = searchers;
    words = WordFiles.find(writer.getDirectory(), commit).orElse(null);
    file = words == null ? null : WordFiles.name(commit).orElse(null);
  }

  /** What was learnt; null where nothing was. */
  @Nullable WordVectors words() {
    return words;
  }

  /** The file of it, for the commit. */
  @Nullable String file() {
    return file;
  }

  /** Whether there are twice as many stories as when it was learnt. */
  boolean isOutgrown() {
    WordVectors known = words;
    return known == null || writer.getDocStats().numDocs >= 2L * known.stories();
  }

  /** What there is to learn from what is visible; empty where there are too few stories. */
  Optional<WordVectors> learn() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      Integrity.check(searcher.getIndexReader());
      return WordLearner.learn(searcher.getIndexReader());
    } finally {
      searchers.release(searcher);
    }
  }

  /** Writes what was learnt, and gives each visible story its vector. */
  void take(WordVectors learnt) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      StoryVectors.update(learnt, searcher.getIndexReader(), writer);
      use(learnt);
    } finally {
      searchers.release(searcher);
    }
  }

  /** Forgets the words that no story has any more: nothing tells of a story that was removed. */
  void forget() throws IOException {
    WordVectors known = words;
    if (known == null) {
      return;
    }
    IndexSearcher searcher = searchers.acquire();
    try {
      Terms all = MultiTerms.getTerms(searcher.getIndexReader(), Schema.ALL);
      TermsEnum terms = all == null ? TermsEnum.EMPTY : all.iterator();
      BitSet kept = new BitSet();
      for (int i = 0; i < known.size(); i++) {
        kept.set(i, terms.seekExact(known.term(i)));
      }
      if (kept.cardinality() < known.size()) {
        use(known.only(kept::get));
      }
    } finally {
      searchers.release(searcher);
    }
  }

  private void use(WordVectors next) throws IOException {
    file = WordFiles.write(writer.getDirectory(), next);
    words = next;
  }
}
