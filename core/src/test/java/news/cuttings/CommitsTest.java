package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoDeletionPolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.Test;

/** A commit may go while it is being read; a file that never comes is another thing. */
class CommitsTest {
  /** The first so many times a segment is looked for, it is not there. */
  private static final class Losing extends FilterDirectory {
    private int times;

    Losing(Directory in, int times) {
      super(in);
      this.times = times;
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      if (name.equals("_0.si") && times-- > 0) {
        throw new NoSuchFileException(name);
      }
      return super.openInput(name, context);
    }
  }

  private static Directory ofTwoCommits() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    IndexWriterConfig config =
        new IndexWriterConfig().setIndexDeletionPolicy(NoDeletionPolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      writer.addDocument(new Document());
      writer.commit();
      writer.addDocument(new Document());
      writer.commit();
    }
    return directory;
  }

  @Test
  void oneThatGoesMeanwhileIsNoDamage() throws IOException {
    assertThat(Commits.list(new Losing(ofTwoCommits(), 2))).hasSize(2);
  }

  @Test
  void oneThatStaysBrokenIsDamage() throws IOException {
    Directory directory = new Losing(ofTwoCommits(), Integer.MAX_VALUE);
    assertThatThrownBy(() -> Commits.list(directory))
        .isInstanceOf(DamagedIndexException.class)
        .hasMessageContaining("_0.si");
  }
}
