package news.cuttings.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecentCommitsTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // it may begin anywhere
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private RecentCommits policy;
  private IndexWriter writer;

  @BeforeEach
  void open() throws IOException {
    policy = new RecentCommits(nanos::get, directory);
    writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig()
                .setIndexDeletionPolicy(policy)
                .setMergePolicy(NoMergePolicy.INSTANCE));
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
    directory.close();
  }

  /** Commits a document of that many bytes, and no other where those before are to go. */
  private void commit(int bytes, boolean anew) throws IOException {
    if (anew) {
      writer.deleteAll();
    }
    Document document = new Document();
    byte[] noise = new byte[bytes];
    new java.util.Random(bytes).nextBytes(noise);
    document.add(new StoredField("noise", noise));
    writer.addDocument(document);
    writer.commit();
  }

  private List<Integer> documents() throws IOException {
    List<Integer> documents = new ArrayList<>();
    for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
      try (DirectoryReader reader = DirectoryReader.open(commit)) {
        documents.add(reader.numDocs());
      }
    }
    return documents;
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void fewAreKept() throws IOException {
    for (int i = 0; i < 10; i++) {
      commit(100, false);
    }
    assertThat(documents()).containsExactly(6, 7, 8, 9, 10);
  }

  @Test
  void eachGoesTenMinutesAfterItWasReplaced() throws IOException {
    commit(100, false);
    commit(100, false);
    pass(Duration.ofMinutes(6));
    commit(100, false);
    assertThat(documents()).containsExactly(1, 2, 3);
    pass(Duration.ofMinutes(6));
    commit(100, false);
    assertThat(documents()).containsExactly(2, 3, 4);
    pass(Duration.ofMinutes(11));
    writer.deleteUnusedFiles();
    assertThat(documents()).containsExactly(4);
  }

  @Test
  void whatTheyHoldIsBounded() throws IOException {
    commit(8 << 20, true);
    commit(7 << 20, true); // the first holds more than half of it
    assertThat(documents()).hasSize(1);
    commit(7 << 20, false);
    commit(7 << 20, false); // those before hold nothing beyond it
    assertThat(documents()).containsExactly(1, 2, 3);
    commit(3 << 20, true);
    assertThat(documents()).containsExactly(1);
    commit(7 << 20, true); // 3 MB are less than half of 7
    assertThat(documents()).hasSize(2);
    commit(7 << 20, true);
    assertThat(documents()).hasSize(1);
  }

  @Test
  void aLittleIsKeptInAnyCase() throws IOException {
    for (int i = 0; i < 10; i++) {
      commit(300 << 10, true);
    }
    assertThat(documents()).hasSize(4); // three of 300 kB are less than a megabyte
  }
}
