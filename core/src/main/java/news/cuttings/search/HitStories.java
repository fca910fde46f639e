package news.cuttings.search;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import news.cuttings.index.Schema;
import news.cuttings.index.StoredStories;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The stories of an answer's hits: each is read when it is looked at, and what a list shows of them
 * comes from doc values. Whoever closes their view of the index {@linkplain #readAll reads} what is
 * left before. Safe for use by many threads.
 */
public final class HitStories {
  private final IndexReader reader;
  private final int[] docs;
  private final @Nullable String[] stories;
  private @Nullable Listed @Nullable [] listed;

  /**
   * What a list shows of a story beside its date.
   *
   * @param headline as written; null where there is none, or only the story has it
   * @param source as written; null where there is none
   * @param isCut whether the source is longer
   */
  record Listed(@Nullable String headline, @Nullable String source, boolean isCut) {}

  /**
   * Those of these hits.
   *
   * @param number Lucene's number of a hit
   */
  <T> HitStories(IndexReader reader, List<T> hits, ToIntFunction<T> number) {
    this.reader = reader;
    docs = hits.stream().mapToInt(number).toArray();
    stories = new String[docs.length];
  }

  /** Whether they are of that view. */
  public boolean areOf(IndexReader view) {
    return reader.equals(view);
  }

  /** The stored story of the hit at that place. */
  synchronized String json(int place) throws IOException {
    String story = stories[place];
    if (story == null) {
      story = reading(() -> StoredStories.json(reader.storedFields(), docs[place]));
      stories[place] = story;
    }
    return story;
  }

  /** What a list shows of the hit at that place. */
  synchronized Listed listed(int place) throws IOException {
    @Nullable Listed[] all = listed;
    if (all == null) {
      all = reading(this::readListed);
      listed = all;
    }
    return Objects.requireNonNull(all[place]);
  }

  private @Nullable Listed[] readListed() throws IOException {
    @Nullable Listed[] all = new Listed[docs.length];
    ByLeaf.each(
        reader.leaves(),
        docs.length,
        place -> docs[place],
        leaf -> {
          BinaryDocValues headlines = DocValues.getBinary(leaf.reader(), Schema.HEADLINE_SHOWN);
          SortedSetDocValues sources = DocValues.getSortedSet(leaf.reader(), Schema.SOURCE);
          return (place, doc) -> all[place] = listed(headlines, sources, doc);
        });
    return all;
  }

  private static Listed listed(BinaryDocValues headlines, SortedSetDocValues sources, int doc)
      throws IOException {
    String headline = headlines.advanceExact(doc) ? headlines.binaryValue().utf8ToString() : null;
    String source =
        sources.advanceExact(doc) ? sources.lookupOrd(sources.nextOrd()).utf8ToString() : null;
    return new Listed(headline, source, source != null && source.length() >= Schema.MAX_LABEL);
  }

  /** Reads all that was not read yet: their view is about to go. */
  public synchronized void readAll() throws IOException {
    listed(0);
    for (int place = 0; place < docs.length; place++) {
      json(place);
    }
  }

  private <T> T reading(IOSupplier<T> work) throws IOException {
    if (!reader.tryIncRef()) {
      throw new AlreadyClosedException("the view that the stories are of is closed");
    }
    try {
      return work.get();
    } finally {
      reader.decRef();
    }
  }
}
