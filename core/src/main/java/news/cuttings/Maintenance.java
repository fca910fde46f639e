package news.cuttings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.lucene.store.Directory;

/**
 * What keeps an index in order. Safe for use by many threads, while others file and search; each
 * call commits what was filed before it.
 */
public interface Maintenance {
  /**
   * Reads the last commit of the index in that folder byte by byte, and every story in it, and says
   * whether it is sound. Works on an index that cannot be opened; takes no lock and changes
   * nothing.
   *
   * @throws NoIndexException where there is none
   * @throws IncompatibleIndexException where a newer release wrote it
   * @throws IOException where the disk fails
   */
  static Soundness check(Path folder) throws IOException {
    Objects.requireNonNull(folder, "folder");
    IndexFolder where = new IndexFolder(folder);
    try (Directory files = where.openForReading(false)) {
      where.refuseForeign(files);
      return new IndexChecker(files).check();
    }
  }

  /**
   * Commits, and returns when no file of the index holds the text of a story removed or replaced
   * before. Costs the writing anew of every segment that held one; cursors given before go on with
   * a warning.
   *
   * @throws NoRoomException where the disk has too little room; nothing was begun
   */
  void purge() throws IOException;

  /**
   * Commits, and puts Lucene's segments together until there are at most so many: searching gets
   * faster. Costs up to the writing anew of the whole index and, until it is done, as much disk
   * again.
   *
   * @throws NoRoomException where the disk has too little room; nothing was begun
   */
  void optimize(int segments) throws IOException;

  /**
   * Files every story anew from its own stored text, and commits: for a newer analysis, other
   * people or other options. Readers keep the old view until it is done; a crash changes nothing.
   *
   * @throws DamagedIndexException where a file is not as it was written: no story is made of it
   * @throws NoRoomException where the disk has too little room; nothing was begun
   */
  void rebuild() throws IOException;

  /**
   * Copies the last commit of the index into a folder, while writing and searching go on, here or
   * in another process, and verifies each file's checksum. The copy is an index like any other. In
   * a folder that holds an earlier snapshot only what has changed is copied, and the earlier one is
   * there until the new one is. Costs a reading of the whole index. An interrupt of the thread ends
   * it.
   *
   * @throws NoIndexException where nothing has been committed, or the folder holds other files
   * @throws DamagedIndexException where a file of the index is not as it was written
   * @throws NoRoomException where the disk of the copy has too little room; nothing was begun
   * @throws IOException where the folder holds another index or has been written in since it was a
   *     snapshot, and where a disk fails
   */
  Snapshot snapshot(Path to) throws IOException;

  /** What is in the index; costs a look at every story's date. */
  IndexStats stats() throws IOException;
}
