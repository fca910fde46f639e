package news.cuttings.index;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds stories by id and reads them back. */
public final class StoredStories {
  private StoredStories() {}

  /** The number of the document of that id; empty where there is none. */
  public static Optional<Integer> find(IndexSearcher searcher, String id) throws IOException {
    if (!Story.isId(id)) {
      return Optional.empty(); // in bytes it could be another's
    }
    Term term = new Term(Schema.ID, id);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      @Nullable PostingsEnum postings = postings(leaf, term.bytes());
      if (postings == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = postings.nextDoc();
          doc != PostingsEnum.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (live == null || live.get(doc)) {
          return Optional.of(leaf.docBase + doc);
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable PostingsEnum postings(LeafReaderContext leaf, BytesRef id)
      throws IOException {
    var terms = leaf.reader().terms(Schema.ID);
    if (terms == null) {
      return null;
    }
    TermsEnum ids = terms.iterator();
    return ids.seekExact(id) ? ids.postings(null, PostingsEnum.NONE) : null;
  }

  /** The story stored under that number. */
  public static Story read(StoredFields fields, int doc) throws IOException {
    try {
      return StoryJson.readStored(json(fields, doc));
    } catch (BadStoryException e) {
      throw new CorruptIndexException("the stored story cannot be read", "document " + doc, e);
    }
  }

  /** The story of that JSON. */
  public static Story read(String json) throws IOException {
    try {
      return StoryJson.readStored(json);
    } catch (BadStoryException e) {
      throw new CorruptIndexException("a stored story cannot be read", Schema.STORY, e);
    }
  }

  /** The JSON of the story stored under that number. */
  public static String json(StoredFields fields, int doc) throws IOException {
    String json = fields.document(doc, Set.of(Schema.STORY)).get(Schema.STORY);
    if (json == null) {
      throw new CorruptIndexException("there is no story", "document " + doc);
    }
    return json;
  }
}
