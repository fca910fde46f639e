package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.index.StoryWriter;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every story with its page, as a rebuild takes them. */
@ExtendWith(RandomStories.Injected.class)
class PagesTest {
  private static final int STORIES = 300;
  private static final int PAGES = 25;

  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void eachStoryIsGivenOnceAndReadOnce(RandomStories stories) throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      int filed = file(stories, directory);
      try (DirectoryReader reader = new Counting(DirectoryReader.open(directory))) {
        List<List<Story>> pages = new ArrayList<>();
        new LuceneBackend(new IndexSearcher(reader)).pages(pages::add);
        assertThat(reads.get()).isEqualTo(filed);
        assertThat(pages.stream().flatMap(List::stream).map(Story::id).distinct()).hasSize(filed);
        assertThat(pages.stream().mapToInt(List::size).sum()).isEqualTo(filed);
        for (List<Story> page : pages) {
          assertThat(page).isSortedAccordingTo(PageSink.IN_ORDER);
          assertThat(page.stream().map(PagesTest::key).distinct()).hasSize(1);
          assertThat(page.size() == 1 || key(page.getFirst()).isPresent()).isTrue();
        }
        assertThat(pages.stream().map(page -> key(page.getFirst())).filter(Optional::isPresent))
            .doesNotHaveDuplicates()
            .hasSizeGreaterThan(PAGES / 2);
        assertThat(pages.stream().map(page -> first(page))).isSorted();
      }
    }
  }

  private static Optional<String> key(Story story) {
    return story.origin().flatMap(Origin::pageKey);
  }

  private static String first(List<Story> page) {
    return Collections.min(page.stream().map(Story::id).toList());
  }

  /** Files them in several segments, with some removed; says how many are left. */
  private static int file(RandomStories stories, ByteBuffersDirectory directory)
      throws IOException {
    Random random = stories.random();
    int removed = 0;
    try (StoryWriter writer =
        StoryWriter.open(
            directory, Filed.people(), StoryWriter.Weighing.USUAL, StoryWriter.Holder.SILENT)) {
      List<String> ids = new ArrayList<>();
      for (Story story : stories.list(STORIES)) {
        Origin origin =
            Origin.of("a.txt", null, random.nextInt(5_000)).onPage(random.nextInt(PAGES + 1));
        writer.add(List.of(story.toBuilder().origin(origin).build()));
        ids.add(story.id());
        if (random.nextInt(40) == 0) {
          writer.commit();
        }
        if (random.nextInt(10) == 0) {
          writer.delete(ids.remove(random.nextInt(ids.size())));
          removed++;
        }
      }
    }
    return STORIES - removed;
  }

  /** Counts the stories that are read. */
  private final class Counting extends FilterDirectoryReader {
    Counting(DirectoryReader in) throws IOException {
      super(
          in,
          new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader leaf) {
              return new CountingLeaf(leaf, reads);
            }
          });
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
      return new Counting(other);
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  private static final class CountingLeaf extends FilterLeafReader {
    private final AtomicInteger reads;

    CountingLeaf(LeafReader leaf, AtomicInteger reads) {
      super(leaf);
      this.reads = reads;
    }

    @Override
    public StoredFields storedFields() throws IOException {
      StoredFields fields = super.storedFields();
      return new StoredFields() {
        @Override
        public void document(int doc, StoredFieldVisitor visitor) throws IOException {
          reads.incrementAndGet();
          fields.document(doc, visitor);
        }
      };
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }
}
