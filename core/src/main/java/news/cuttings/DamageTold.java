package news.cuttings;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import news.cuttings.query.Counted;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Like;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.IOSupplier;

/**
 * An index in a folder whose damage is told alike, whoever meets it. Lucene verifies what it reads
 * whole and trusts the rest, so that a changed byte can show as any failure of its code: after such
 * a failure the files are held against their checksums, and only then is damage spoken of.
 */
final class DamageTold implements StoryIndex, Maintenance {
  private final LocalIndex index;
  private final IndexFolder folder;

  DamageTold(LocalIndex index, IndexFolder folder) {
    this.index = index;
    this.folder = folder;
  }

  private <T> T told(IOSupplier<T> call) throws IOException {
    try {
      return call.get();
    } catch (DamagedIndexException e) {
      throw e;
    } catch (IOException | RuntimeException | AssertionError | InternalError e) {
      // The last two are how Lucene's own checks and a file cut short under a mapping speak.
      Optional<DamagedIndexException> damage =
          isSuspicious(e) ? folder.damage(e) : Optional.empty();
      if (damage.isPresent()) {
        throw damage.get();
      }
      throw e;
    }
  }

  private void tell(IORunnable act) throws IOException {
    told(() -> {
      act.run();
      return true;
    });
  }

  /** Whether it comes from the reading of files, and not from a wrong call, a lock or a disk. */
  private static boolean isSuspicious(Throwable thrown) {
    boolean isOfReading = false;
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      if (one instanceof CorruptIndexException
          || one instanceof EOFException
          || one instanceof NoSuchFileException) {
        return true;
      }
      if (one instanceof FileSystemException || one instanceof LockObtainFailedException) {
        return false;
      }
      isOfReading |= !(one instanceof AlreadyClosedException) && isOfReading(one);
    }
    return isOfReading;
  }

  private static boolean isOfReading(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String by = frame.getClassName();
      if (!by.startsWith("java.") && !by.startsWith("jdk.")) {
        return by.startsWith("org.apache.lucene.") && !by.contains("Output");
      }
    }
    return false;
  }

  @Override
  public void addAll(Iterable<Story> stories, LongConsumer progress) throws IOException {
    tell(() -> index.addAll(stories, progress));
  }

  @Override
  public void delete(String id) throws IOException {
    tell(() -> index.delete(id));
  }

  @Override
  public List<String> idsToDelete(StoryQuery query) throws IOException {
    return told(() -> index.idsToDelete(query));
  }

  @Override
  public Maintenance maintenance() {
    return this;
  }

  @Override
  public void purge() throws IOException {
    tell(index::purge);
  }

  @Override
  public void optimize(int segments) throws IOException {
    tell(() -> index.optimize(segments));
  }

  @Override
  public void rebuild() throws IOException {
    tell(index::rebuild);
  }

  @Override
  public Snapshot snapshot(Path to) throws IOException {
    return told(() -> index.snapshot(to));
  }

  @Override
  public Changes commit() throws IOException {
    return told(index::commit);
  }

  @Override
  public void refresh() throws IOException {
    tell(index::refresh);
  }

  @Override
  public Results search(StoryQuery query) throws IOException {
    return told(() -> index.search(query));
  }

  @Override
  public Results moreLike(Like like) throws IOException {
    return told(() -> index.moreLike(like));
  }

  @Override
  public Counted<NamedPerson> people(StoryQuery query, int limit) throws IOException {
    return told(() -> index.people(query, limit));
  }

  @Override
  public Counted<DatePeriod> timeline(StoryQuery query, DatePeriod.By by) throws IOException {
    return told(() -> index.timeline(query, by));
  }

  @Override
  public Optional<Story> story(String id) throws IOException {
    return told(() -> index.story(id));
  }

  @Override
  public List<String> idsWithPrefix(String prefix, int limit) throws IOException {
    return told(() -> index.idsWithPrefix(prefix, limit));
  }

  @Override
  public List<Story> samePage(String id) throws IOException {
    return told(() -> index.samePage(id));
  }

  @Override
  public RankingOptions options() throws IOException {
    return told(index::options);
  }

  @Override
  public void export(Consumer<Story> to) throws IOException {
    tell(() -> index.export(to));
  }

  @Override
  public IndexStats stats() throws IOException {
    return told(index::stats);
  }

  @Override
  public void close() throws IOException {
    tell(index::close);
  }
}
