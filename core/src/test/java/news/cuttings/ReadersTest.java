package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import news.cuttings.index.Ranking;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers that change hands. */
class ReadersTest {

  /** A writer closes its readers first, and may take long over the rest. */
  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
  void whoSearchesWhileTheWriterClosesIsToldAndDoesNotWait() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
        Readers readers = new Readers()) {
      SearcherManager closing = new SearcherManager(writer, new Ranking());
      readers.use(closing);
      closing.close();
      assertThatThrownBy(() -> readers.search(searcher -> true))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("the index is closed");
      assertThatThrownBy(readers::refresh)
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("the index is closed");
      SearcherManager next = new SearcherManager(writer, new Ranking());
      readers.use(next);
      assertThat(readers.<Boolean>search(searcher -> true)).isTrue();
    }
  }
}
