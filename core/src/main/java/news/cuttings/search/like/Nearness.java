package news.cuttings.search.like;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.cuttings.index.Schema;
import news.cuttings.search.BestHits;
import news.cuttings.search.ByLeaf;
import news.cuttings.search.like.LikeTerms.Chosen;
import news.cuttings.search.like.LikeTerms.Known;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;

/**
 * Orders what shares words with a story by how near it is to it. Two stories are as near as the
 * shares of their words are alike (the affinity of E. Hellinger and A. Bhattacharyya: the sum of
 * {@code sqrt(p q)}), each word counting by its idf, numbers more. To the nearness to the source
 * comes a part of the nearness to the stories that are nearest to it, for what is of one affair is
 * near to all of it, and a part of the score by words. Only the source's own words are looked at:
 * how often they are in the others is read from the postings, and the lengths are Lucene's norms.
 */
final class Nearness {
  /** So many of the source's words, the heaviest, are looked up. */
  private static final int WORDS = 64;

  /** A word that more of the stories have tells nothing apart. */
  private static final double COMMON = 0.4;

  /** How much more a rare word counts than a common one: the power of its idf. */
  private static final double RARE = 0.7;

  /** What a number counts beside a word: dates, tolls and sums are of one affair. */
  private static final double NUMBER = 2.25;

  /** What all that words can score is worth beside a nearness of 1. */
  private static final double BY_WORDS = 0.2;

  /** So many of the nearest are asked what they are near to. */
  private static final int NEAREST = 5;

  /** What nearness to them is worth beside nearness to the source. */
  private static final double BY_NEAREST = 0.5;

  private final IndexSearcher searcher;
  private final List<Weighed> words;
  private final double self;

  /**
   * A word of the source.
   *
   * @param share the root of its share of the source's words
   */
  private record Weighed(Known known, double weight, double share) {
    static Weighed of(Known known, int length, int held) {
      boolean isNumber = known.term().chars().anyMatch(Character::isDigit);
      double weight = Math.pow(known.idf(held), RARE) * (isNumber ? NUMBER : 1);
      return new Weighed(known, weight, Math.sqrt((double) known.frequency() / length));
    }

    double worth() {
      return weight * share;
    }
  }

  /** One to be put in order. */
  private static final class Candidate {
    private final BestHits.Place hit;

    /** The root of each word's share of its words. */
    private final double[] shares;

    Candidate(BestHits.Place hit, double[] shares) {
      this.hit = hit;
      this.shares = shares;
    }

    float score() {
      return hit.score();
    }
  }

  /**
   * How near something is to a story.
   *
   * @param known the source's words
   * @param length how many it has in all
   * @param fewest of how many stories a word must be
   */
  Nearness(IndexSearcher searcher, List<Known> known, int length, int fewest) {
    this.searcher = searcher;
    int held = searcher.getIndexReader().maxDoc();
    words =
        known.stream()
            .filter(one -> one.docFreq() >= fewest && one.docFreq() <= COMMON * held)
            .map(one -> Weighed.of(one, length, held))
            .sorted(Comparator.comparingDouble(Weighed::worth).reversed())
            .limit(WORDS)
            .toList();
    self = words.stream().mapToDouble(word -> word.worth() * word.share).sum();
  }

  /**
   * Puts hits, which are in order, in the new order, with the new scores.
   *
   * @param terms what they were found by
   * @param first so many; those beyond keep their order, and come after
   */
  void order(List<BestHits.Place> hits, List<Chosen> terms, int first) throws IOException {
    double most = terms.stream().mapToDouble(Chosen::weight).sum();
    for (BestHits.Place hit : hits) {
      hit.score((float) (most == 0 ? 0 : BY_WORDS * hit.score() / most));
    }
    if (self > 0) {
      order(candidates(hits.subList(0, Math.min(first, hits.size()))));
    }
    BestHits.Place.sort(hits);
  }

  private void order(List<Candidate> candidates) {
    for (Candidate one : candidates) {
      double near = 0;
      for (int word = 0; word < one.shares.length; word++) {
        near += words.get(word).worth() * one.shares[word];
      }
      add(one, near / self);
    }
    List<Candidate> nearest =
        candidates.stream()
            .sorted(Comparator.comparingDouble(Candidate::score).reversed())
            .limit(NEAREST)
            .toList();
    double[] sum = new double[words.size()];
    for (Candidate one : nearest) {
      for (int word = 0; word < sum.length; word++) {
        sum[word] += words.get(word).weight * one.shares[word];
      }
    }
    for (Candidate one : candidates) {
      boolean isAmong = nearest.contains(one);
      double near = 0;
      for (int word = 0; word < sum.length; word++) {
        double own = isAmong ? words.get(word).weight * one.shares[word] : 0;
        near += (sum[word] - own) * one.shares[word];
      }
      int others = nearest.size() - (isAmong ? 1 : 0);
      add(one, others == 0 ? 0 : BY_NEAREST * near / others / self);
    }
  }

  private static void add(Candidate to, double score) {
    to.hit.score((float) (to.hit.score() + score));
  }

  private List<Candidate> candidates(List<BestHits.Place> hits) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (BestHits.Place hit : hits) {
      candidates.add(new Candidate(hit, new double[words.size()]));
    }
    ByLeaf.together(
        searcher,
        hits.size(),
        i -> hits.get(i).doc(),
        (leaf, places, docs) -> {
          double[][] shares = new double[places.length][];
          for (int i = 0; i < places.length; i++) {
            shares[i] = candidates.get(places[i]).shares;
          }
          read(leaf, docs, shares);
        });
    return candidates;
  }

  /** Fills in the shares that the words have of those stories of a segment. */
  private void read(LeafReaderContext leaf, int[] docs, double[][] shares) throws IOException {
    Terms all = leaf.reader().terms(Schema.ALL);
    NumericDocValues lengths = leaf.reader().getNormValues(Schema.ALL);
    if (all == null || lengths == null) {
      return; // no story of it has words
    }
    double[] parts = new double[docs.length];
    for (int i = 0; i < docs.length; i++) {
      parts[i] = lengths.advanceExact(docs[i]) ? 1.0 / length(lengths.longValue()) : 0;
    }
    TermsEnum dictionary = all.iterator();
    PostingsEnum stories = null;
    for (int word = 0; word < words.size(); word++) {
      Known known = words.get(word).known;
      TermState state = known.in(leaf);
      if (state == null) {
        continue;
      }
      dictionary.seekExact(new BytesRef(known.term()), state);
      stories = dictionary.postings(stories, PostingsEnum.FREQS);
      int doc = -1;
      for (int i = 0; i < docs.length; i++) {
        if (doc < docs[i]) {
          doc = stories.advance(docs[i]);
        }
        if (doc == docs[i]) {
          shares[i][word] = Math.sqrt(stories.freq() * parts[i]);
        }
      }
    }
  }

  /** As BM25 keeps it. */
  private static int length(long norm) {
    return Math.max(1, SmallFloat.byte4ToInt((byte) norm));
  }
}
