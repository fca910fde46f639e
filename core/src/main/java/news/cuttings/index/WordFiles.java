package news.cuttings.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;

/**
 * The files of {@link WordVectors} beside Lucene's, each named by the commits that go with it:
 * {@code cuttings.words-1} and so on. A file that no commit names is what a crash left.
 */
public final class WordFiles {
  private static final String PREFIX = "cuttings.words-";
  private static final String CODEC = "CuttingsWords";
  private static final int VERSION = 1;

  private WordFiles() {}

  /** Writes the words under a new name, durably, and says the name. */
  static String write(Directory directory, WordVectors words) throws IOException {
    String name = PREFIX + (newest(directory) + 1);
    try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
      CodecUtil.writeHeader(out, CODEC, VERSION);
      words.write(out);
      CodecUtil.writeFooter(out);
    } catch (IOException e) {
      IOUtils.deleteFilesIgnoringExceptions(directory, name);
      throw e;
    }
    directory.sync(Set.of(name));
    directory.syncMetaData();
    return name;
  }

  private static long newest(Directory directory) throws IOException {
    long newest = 0;
    for (String file : directory.listAll()) {
      if (isOne(file)) {
        newest = Math.max(newest, number(file.substring(PREFIX.length())));
      }
    }
    return newest;
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return 0; // not one of ours
    }
  }

  /** Whether that is the name of such a file. */
  static boolean isOne(String file) {
    return file.startsWith(PREFIX);
  }

  /** The file that goes with a commit; empty where nothing was learnt. */
  public static Optional<String> name(Map<String, String> commit) {
    return Optional.ofNullable(commit.get(CommitData.WORDS)).filter(WordFiles::isOne);
  }

  /**
   * The words of that file.
   *
   * @throws CorruptIndexException where it is damaged
   */
  public static WordVectors read(Directory directory, String name) throws IOException {
    try (IndexInput whole = directory.openInput(name, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(whole); // first: what is read of a damaged file may be anything
    }
    try (ChecksumIndexInput in = directory.openChecksumInput(name)) {
      CodecUtil.checkHeader(in, CODEC, VERSION, VERSION);
      return WordVectors.read(in);
    }
  }

  /**
   * The words that go with a commit; empty where nothing was learnt, or the file is gone or
   * damaged: nothing depends on it, and the next learning makes it good.
   */
  public static Optional<WordVectors> find(Directory directory, Map<String, String> commit)
      throws IOException {
    Optional<String> name = name(commit);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(directory, name.get()));
    } catch (FileNotFoundException | NoSuchFileException | CorruptIndexException e) {
      return Optional.empty();
    }
  }

  /** The bytes of the file that goes with a commit; 0 where there is none. */
  public static long length(Directory directory, Map<String, String> commit) throws IOException {
    Optional<String> name = name(commit);
    boolean isThere = name.isPresent() && List.of(directory.listAll()).contains(name.get());
    return isThere ? directory.fileLength(name.get()) : 0;
  }

  /** Removes the files that are not named. */
  static void keepOnly(Directory directory, Set<String> names) throws IOException {
    for (String file : directory.listAll()) {
      if (isOne(file) && !names.contains(file)) {
        directory.deleteFile(file);
      }
    }
  }
}
