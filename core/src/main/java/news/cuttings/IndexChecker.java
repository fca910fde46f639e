package news.cuttings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.index.Ranking;
import news.cuttings.index.Schema;
import news.cuttings.index.StoredStories;
import news.cuttings.story.Story;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Checks the last commit of an index: Lucene's files by CheckIndex, then every stored story. */
final class IndexChecker {
  private static final int MOST_TOLD = 100;

  private final Directory directory;
  private final List<String> problems = new ArrayList<>();
  private long stories;

  IndexChecker(Directory directory) {
    this.directory = directory;
  }

  Soundness check() throws IOException {
    int segments = files();
    if (problems.isEmpty()) {
      stories();
    }
    return new Soundness(stories, segments, problems);
  }

  private int files() throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
      check.setInfoStream(
          new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));
      CheckIndex.Status status = check.checkIndex();
      if (status.missingSegments) {
        problems.add("the list of segments cannot be read");
      }
      for (CheckIndex.Status.SegmentInfoStatus segment : status.segmentInfos) {
        if (segment.error != null) {
          problems.add("segment " + segment.name + " is damaged: " + segment.error.getMessage());
        }
      }
      if (!status.clean && problems.isEmpty()) {
        problems.add("the index is damaged");
      }
      return status.numSegments;
    }
  }

  private void stories() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      StoredFields stored = Ranking.searcher(reader).storedFields();
      SortedDocValues ids = MultiDocValues.getSortedValues(reader, Schema.ID);
      Bits live = MultiBits.getLiveDocs(reader);
      for (int doc = 0; doc < reader.maxDoc() && problems.size() < MOST_TOLD; doc++) {
        if (live == null || live.get(doc)) {
          story(reader, stored, ids, doc);
        }
      }
    }
  }

  private void story(
      IndexReader reader, StoredFields stored, @Nullable SortedDocValues ids, int doc) {
    try {
      Story story = StoredStories.read(stored, doc);
      boolean named =
          ids != null
              && ids.advanceExact(doc)
              && ids.lookupOrd(ids.ordValue()).utf8ToString().equals(story.id());
      if (named) {
        stories++;
      } else {
        problems.add("story " + story.id() + " is filed under another id");
      }
    } catch (IOException e) {
      problems.add(
          "document " + doc + " of " + reader.maxDoc() + " holds no story: " + e.getMessage());
    }
  }
}
