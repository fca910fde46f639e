package news.cuttings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.cuttings.index.CommitData;
import news.cuttings.index.FullDisk;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.BufferedChecksumIndexInput;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;

/**
 * Copies a commit to another directory and verifies the checksum of each file on the way. A file is
 * written under another name until it is whole and the list of segments comes last, so that a copy
 * cut short leaves the one before it as it was. All files are opened before the first is copied: a
 * writer elsewhere may remove them from then on.
 */
final class SnapshotCopier {
  private static final String PART = "cuttings.part";

  private final IndexCommit commit;
  private final Directory from;
  private final Directory to;
  private final IndexFolder target;
  private long bytes;
  private long copied;

  /**
   * A copy to be made.
   *
   * @param commit what to copy
   * @param to where to
   * @param target the folder that this is
   */
  SnapshotCopier(IndexCommit commit, Directory to, IndexFolder target) {
    this.commit = commit;
    this.from = commit.getDirectory();
    this.to = to;
    this.target = target;
  }

  Snapshot copy() throws IOException {
    try (Lock alone = to.obtainLock("write.lock")) {
      deletePart();
      checkTarget();
      Map<String, IndexInput> files = open();
      try {
        Set<String> there = Set.of(to.listAll());
        target.needs(missing(files, there));
        String last = commit.getSegmentsFileName();
        for (Map.Entry<String, IndexInput> file : files.entrySet()) {
          if (!file.getKey().equals(last)) {
            copy(file.getKey(), file.getValue(), there);
          }
        }
        alone.ensureValid();
        to.syncMetaData(); // the names that the list of segments tells are there before it is
        copy(last, Objects.requireNonNull(files.get(last)), there);
        to.syncMetaData();
        removeOlder(files.keySet());
      } finally {
        IOUtils.close(files.values());
      }
    }
    try (DirectoryReader copy = DirectoryReader.open(to)) {
      return new Snapshot(copy.numDocs(), bytes, copied);
    }
  }

  private Map<String, IndexInput> open() throws IOException {
    List<String> names = new ArrayList<>(commit.getFileNames());
    Map<String, IndexInput> files = new LinkedHashMap<>();
    try {
      for (String name : names) {
        files.put(name, from.openInput(name, IOContext.READONCE));
      }
      return files;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(files.values());
      throw e;
    }
  }

  private static long missing(Map<String, IndexInput> files, Set<String> there) {
    return files.entrySet().stream()
        .filter(file -> !there.contains(file.getKey()))
        .mapToLong(file -> file.getValue().length())
        .sum();
  }

  private void deletePart() throws IOException {
    if (List.of(to.listAll()).contains(PART)) {
      to.deleteFile(PART);
    }
  }

  /** Goes on only in an empty directory, or in one with an older commit of the same index. */
  private void checkTarget() throws IOException {
    if (!DirectoryReader.indexExists(to)) {
      return;
    }
    SegmentInfos older = SegmentInfos.readLatestCommit(to);
    Map<String, String> ours = commit.getUserData();
    String id = ours.get(CommitData.ID);
    if (id == null || !id.equals(older.getUserData().get(CommitData.ID))) {
      throw new IOException(target + " holds another index; name an empty folder or a new one");
    }
    if (older.getGeneration() > commit.getGeneration()) {
      throw diverged();
    }
  }

  private IOException diverged() {
    return new IOException(
        target + " has been written in since it was a snapshot; name an empty folder or a new one");
  }

  private void copy(String name, IndexInput file, Set<String> there) throws IOException {
    long length = file.length();
    bytes += length;
    if (there.contains(name)) {
      if (!isSame(name, file)) {
        throw diverged();
      }
      return;
    }
    try {
      copyPart(file);
    } catch (IOException e) {
      IOUtils.deleteFilesIgnoringExceptions(to, PART);
      throw FullDisk.named("the copy at " + target, e);
    }
    to.rename(PART, name);
    copied += length;
  }

  private void copyPart(IndexInput file) throws IOException {
    ChecksumIndexInput in = new BufferedChecksumIndexInput(file);
    try (IndexOutput out = to.createOutput(PART, IOContext.DEFAULT)) {
      byte[] buffer = new byte[1 << 16];
      for (long left = file.length() - CodecUtil.footerLength(); left > 0; ) {
        int size = (int) Math.min(buffer.length, left);
        in.readBytes(buffer, 0, size);
        out.writeBytes(buffer, size);
        left -= size;
      }
      CodecUtil.checkFooter(in);
      CodecUtil.writeFooter(out); // the same: its checksum was just found right
    }
    to.sync(List.of(PART));
  }

  private boolean isSame(String name, IndexInput file) throws IOException {
    long ours = CodecUtil.checksumEntireFile(file);
    try (IndexInput theirs = to.openInput(name, IOContext.READONCE)) {
      return theirs.length() == file.length() && CodecUtil.checksumEntireFile(theirs) == ours;
    } catch (CorruptIndexException e) {
      return false;
    }
  }

  /** Removes what only older commits have; their lists first, for without files they are none. */
  private void removeOlder(Set<String> names) throws IOException {
    for (boolean lists : new boolean[] {true, false}) {
      for (String name : to.listAll()) {
        boolean isList = name.startsWith(IndexFileNames.SEGMENTS);
        boolean isLucenes = isList || name.startsWith("_");
        if (isLucenes && isList == lists && !names.contains(name)) {
          to.deleteFile(name);
        }
      }
    }
  }
}
