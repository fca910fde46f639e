package news.cuttings;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.cuttings.index.CommitData;
import news.cuttings.index.Schema;
import news.cuttings.index.StoryWriter;
import news.cuttings.ranking.RankingOptions;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/**
 * The folder of an index: whether one is there and can be read, and who writes in it. A writer
 * leaves a note beside Lucene's lock, so that the next can be told who holds it; the lock alone
 * decides, and a note left by a crash means nothing.
 */
final class IndexFolder implements StoryWriter.Holder {
  private static final String HOLDER = "cuttings.holder";

  /** The second line of a note whose writer found no index and makes one. */
  private static final String MAKES_IT = "makes the index";

  /** Of a note so many bytes are read: whatever lies in its place is somebody else's. */
  private static final int LONGEST_NOTE = 1000;

  private final Path path;

  IndexFolder(Path path) {
    this.path = path;
  }

  /** Opens the folder for writing; makes it where it is absent. */
  Directory create() throws IOException {
    checkPlace();
    Files.createDirectories(path);
    return FSDirectory.open(path);
  }

  /**
   * Looks whether an index is there or can be made there; makes none.
   *
   * @throws IOException where there is something else
   */
  void checkPlace() throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new NotDirectoryException(path + " is a file; an index is a folder");
    }
    if (!hasIndex() && holdsOtherFiles()) {
      throw new NoIndexException(
          path + " holds other files and no index; name an empty folder or a new one", null);
    }
  }

  /**
   * Opens the folder for reading, without a lock.
   *
   * @param briefly whether its files are read rather than mapped into memory
   * @throws NoIndexException where there is no index
   */
  Directory openForReading(boolean briefly) throws IOException {
    if (!hasIndex()) {
      throw noIndex(null);
    }
    return briefly
        ? new NIOFSDirectory(path, NoLockFactory.INSTANCE)
        : FSDirectory.open(path, NoLockFactory.INSTANCE);
  }

  /** Whether that is the folder itself, by whatever name. */
  boolean isSame(Path other) throws IOException {
    return Files.exists(other) && Files.exists(path) && Files.isSameFile(path, other);
  }

  /** Whether there is a commit in the folder. */
  boolean hasIndex() throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Directory directory = new NIOFSDirectory(path, NoLockFactory.INSTANCE)) {
      return DirectoryReader.indexExists(directory);
    }
  }

  private boolean holdsOtherFiles() throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals("write.lock")
            && !name.startsWith("cuttings.")
            && !name.startsWith("pending_segments")
            && !name.startsWith("_")) {
          return true;
        }
      }
    }
    return false;
  }

  NoIndexException noIndex(@Nullable IOException cause) {
    Optional<String> maker = maker();
    if (maker.isPresent()) {
      return new NoIndexException(
          "nothing in the index at "
              + path
              + " is durable yet: "
              + maker.get()
              + " is filling it; ask again in a few seconds",
          cause);
    }
    String why =
        Files.isDirectory(path)
            ? path + " is a folder without an index"
            : Files.exists(path) ? path + " is a file, not an index" : "no index at " + path;
    return new NoIndexException(why + "; StoryIndex.open makes one at the first write", cause);
  }

  /**
   * Leaves a note of who holds the lock, where the disk takes one more file: always as a file of
   * its own, for a link in its place is somebody else's file.
   */
  @Override
  public void taken() throws IOException {
    ProcessHandle self = ProcessHandle.current();
    String note =
        "process "
            + self.pid()
            + self.info().user().map(user -> " of " + user).orElse("")
            + ", since "
            + Instant.now().truncatedTo(ChronoUnit.SECONDS)
            + (hasIndex() ? "" : "\n" + MAKES_IT);
    try {
      Path file = path.resolve(HOLDER);
      Files.deleteIfExists(file);
      Files.writeString(
          file,
          note,
          StandardCharsets.UTF_8,
          StandardOpenOption.WRITE,
          StandardOpenOption.CREATE_NEW); // which follows no link
    } catch (IOException e) {
      // the lock is had all the same; a full disk must not keep anybody from removing stories
    }
  }

  /** Removes the note while it is still ours. */
  @Override
  public void leaving() throws IOException {
    Files.deleteIfExists(path.resolve(HOLDER));
  }

  @Override
  public void needs(long bytes) throws IOException {
    Disk.of(path).require(bytes, "the index at " + path);
  }

  IndexLockedException locked(IOException cause) {
    return new IndexLockedException(
        "the index at "
            + path
            + " is being written by "
            + holder().orElse("another writer")
            + "; wait until it is done. Searching goes on meanwhile",
        cause);
  }

  private Optional<String> holder() {
    List<String> note = note();
    if (note.isEmpty()) {
      return Optional.empty();
    }
    String first = note.getFirst();
    String shown = first.length() > 200 ? first.substring(0, 200) : first;
    return Optional.of(isOwn(note) ? "this process (" + shown + ")" : shown);
  }

  private static boolean isOwn(List<String> note) {
    return !note.isEmpty()
        && (note.getFirst() + " ").startsWith("process " + ProcessHandle.current().pid() + " ");
  }

  /** Who makes the index, until its first writer is done. */
  Optional<String> maker() {
    List<String> note = note();
    return note.size() > 1 && note.get(1).equals(MAKES_IT) && isLocked()
        ? holder()
        : Optional.empty();
  }

  /** Which other process makes the index, until its first writer is done. */
  Optional<String> otherMaker() {
    return maker().filter(maker -> !isOwn(note()));
  }

  /** The lines of the note. */
  private List<String> note() {
    try (InputStream in = Files.newInputStream(path.resolve(HOLDER), LinkOption.NOFOLLOW_LINKS)) {
      return new String(in.readNBytes(LONGEST_NOTE), StandardCharsets.UTF_8)
          .strip()
          .lines()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Whether a writer has the lock: it is asked for, and given back at once if it is had. */
  private boolean isLocked() {
    if (!Files.exists(path.resolve(IndexWriter.WRITE_LOCK_NAME))) {
      return false;
    }
    try (Directory files = FSDirectory.open(path)) {
      return Uninterruptibly.run(() -> {
        files.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
        return false;
      });
    } catch (IOException e) { // somebody has it, or it may not be asked for: the note is believed
      return true;
    }
  }

  /**
   * A reader of the last commit, if it is in a form that can be read.
   *
   * @param otherAnalysis whether words of another analysis are no fault: they will not be asked for
   */
  DirectoryReader read(Directory directory, boolean otherAnalysis) throws IOException {
    try {
      DirectoryReader reader = Uninterruptibly.run(() -> DirectoryReader.open(directory));
      try {
        check(reader.getIndexCommit().getUserData(), otherAnalysis);
        return reader;
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IndexNotFoundException e) {
      throw noIndex(e);
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw hasIndex() ? damaged(e, "the file " + e.getMessage() + " is missing") : noIndex(e);
    } catch (CorruptIndexException e) {
      throw damaged(e, e.getOriginalMessage());
    } catch (EOFException e) {
      throw damaged(e, e.getMessage());
    } catch (IndexFormatTooNewException
        | IndexFormatTooOldException
        | IllegalArgumentException e) { // a codec whose name this Lucene does not know
      throw isDamaged(directory) ? damaged(e, e.getMessage()) : foreign(directory, e);
    }
  }

  /**
   * What is wrong with the last commit, where a failure told of damage or a file of the commit is
   * not as it was written; costs a reading of the whole index where the failure did not say.
   */
  Optional<DamagedIndexException> damage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CorruptIndexException damage) {
        return Optional.of(damaged(failure, damage.getOriginalMessage()));
      }
    }
    try (Directory files = new NIOFSDirectory(path, NoLockFactory.INSTANCE)) {
      for (String name : SegmentInfos.readLatestCommit(files).files(true)) {
        try (IndexInput in = files.openInput(name, IOContext.READONCE)) {
          CodecUtil.checksumEntireFile(in);
        }
      }
      return Optional.empty();
    } catch (CorruptIndexException e) {
      return Optional.of(damaged(failure, e.getOriginalMessage()));
    } catch (IndexNotFoundException e) {
      return Optional.empty(); // nothing was committed yet, or the folder has gone
    } catch (NoSuchFileException | FileNotFoundException e) {
      return Optional.of(damaged(failure, "the file " + e.getMessage() + " is missing"));
    } catch (EOFException e) {
      return Optional.of(damaged(failure, e.getMessage()));
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
      return Optional.empty(); // the disk has more to say
    }
  }

  /** Whether what looks like another format is a file that is not as it was written. */
  private static boolean isDamaged(Directory directory) throws IOException {
    for (String name : directory.listAll()) {
      if (name.startsWith("_") || name.startsWith(IndexFileNames.SEGMENTS)) {
        try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
          CodecUtil.checksumEntireFile(in);
        } catch (CorruptIndexException | EOFException e) {
          return true;
        }
      }
    }
    return false;
  }

  private DamagedIndexException damaged(Throwable e, @Nullable String why) {
    return new DamagedIndexException(
        "the index at "
            + path
            + " is damaged ("
            + why
            + "); Maintenance.check tells how far. Restore a snapshot, or index the files again",
        e);
  }

  /** Refuses what another release wrote in its own way: whether it is sound is not ours to say. */
  void refuseForeign(Directory directory) throws IOException {
    String schema;
    try {
      schema = SegmentInfos.readLatestCommit(directory).getUserData().get(CommitData.SCHEMA);
    } catch (IndexFormatTooNewException | IndexFormatTooOldException | IllegalArgumentException e) {
      if (isDamaged(directory)) {
        return; // as the check will tell
      }
      throw foreign(directory, e);
    } catch (IOException e) {
      return; // damaged, as the check will tell
    }
    if (schema != null && number(schema) > Schema.VERSION) {
      throw newer(null);
    }
  }

  private void check(Map<String, String> about, boolean otherAnalysis)
      throws IncompatibleIndexException {
    String schema = about.get(CommitData.SCHEMA);
    if (schema == null) {
      throw new IncompatibleIndexException(
          path + " holds an index that was not written by Cuttings; name another folder", null);
    }
    if (number(schema) > Schema.VERSION) {
      throw newer(null);
    }
    checkRanking(about);
    int analysis = number(about.getOrDefault(CommitData.ANALYSIS, "0"));
    boolean isOlder = number(schema) < Schema.VERSION || analysis < Schema.ANALYSIS;
    if ((isOlder || analysis > Schema.ANALYSIS) && !otherAnalysis) {
      throw new IncompatibleIndexException(
          "the index at "
              + path
              + (isOlder
                  ? " was filed by an older release; "
                  : " has words of a newer release's analysis; search it with that one, or ")
              + "IndexBuilder.forRebuilding and rebuild() mend it",
          null);
    }
  }

  private void checkRanking(Map<String, String> about) throws IncompatibleIndexException {
    try {
      CommitData.ranking(about);
    } catch (IllegalArgumentException e) {
      throw new IncompatibleIndexException(
          "the index at "
              + path
              + " was written by a newer release ("
              + e.getMessage()
              + "); read it with that one",
          e);
    }
  }

  /** The index has other options of ranking than are asked for. */
  IncompatibleIndexException otherOptions(RankingOptions has, RankingOptions asked) {
    return new IncompatibleIndexException(
        "the index at "
            + path
            + " was made with other options ("
            + has.differenceFrom(asked)
            + "); IndexBuilder.forRebuilding with those asked for and rebuild() make it anew",
        null);
  }

  /** Whether the last commit says that a newer Lucene made it. */
  private static boolean isOfNewerLucene(Directory directory) {
    try {
      return madeBy(directory)
          .onOrAfter(Version.fromBits(Version.LATEST.major, Version.LATEST.minor + 1, 0));
    } catch (IOException e) {
      return false;
    }
  }

  /** The Lucene that made the last commit; it is told even where the rest cannot be read. */
  private static Version madeBy(Directory directory) throws IOException {
    String last = SegmentInfos.getLastCommitSegmentsFileName(directory);
    try (IndexInput in = directory.openInput(last, IOContext.READONCE)) {
      CodecUtil.readIndexHeader(in);
      return Version.fromBits(in.readVInt(), in.readVInt(), in.readVInt());
    }
  }

  /** Another release wrote it; Lucene takes every codec that it does not know for old. */
  private IncompatibleIndexException foreign(Directory directory, Exception cause)
      throws IOException {
    if (!(cause instanceof IndexFormatTooOldException) || isOfNewerLucene(directory)) {
      return newer(cause);
    }
    return new IncompatibleIndexException(
        "the index at "
            + path
            + " was written by an older release, on Lucene "
            + madeBy(directory)
            + "; this one reads what Lucene "
            + Version.MIN_SUPPORTED_MAJOR
            + " and later wrote. Export it with a release on that Lucene and index the export"
            + " here",
        cause);
  }

  private IncompatibleIndexException newer(@Nullable Exception cause) {
    return new IncompatibleIndexException(
        "the index at "
            + path
            + " was written by a newer release; read it with that one, or export it there and"
            + " index the export here",
        cause);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
