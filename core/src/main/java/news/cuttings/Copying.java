package news.cuttings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.cuttings.index.CommitData;
import news.cuttings.index.WordFiles;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;

/**
 * Copies a commit to another directory and verifies the checksum of each file on the way. A file is
 * written under another name until it is whole and the list of segments comes last, so that a copy
 * cut short leaves the one before it as it was.
 */
final class Copying {
  private static final String PART = "cuttings.part";

  private final IndexCommit commit;
  private final Directory from;
  private final Directory to;
  private final String target;
  private long bytes;
  private long copied;

  /**
   * @param commit what to copy; its files stay while it is copied
   * @param target the name of the directory, for messages
   */
  Copying(IndexCommit commit, Directory to, String target) {
    this.commit = commit;
    this.from = commit.getDirectory();
    this.to = to;
    this.target = target;
  }

  Snapshot copy() throws IOException {
    try (Lock alone = to.obtainLock("write.lock")) {
      Set<String> there = new HashSet<>(List.of(to.listAll()));
      if (there.contains(PART)) {
        to.deleteFile(PART);
      }
      checkTarget();
      List<String> names = new ArrayList<>(commit.getFileNames());
      WordFiles.name(commit.getUserData()).ifPresent(names::add);
      String last = commit.getSegmentsFileName();
      for (String name : names) {
        if (!name.equals(last)) {
          copy(name, there);
        }
      }
      alone.ensureValid();
      to.syncMetaData(); // the names that the list of segments tells are there before it is
      copy(last, there);
      to.syncMetaData();
      removeOlder(new HashSet<>(names));
    }
    try (DirectoryReader copy = DirectoryReader.open(to)) {
      return new Snapshot(copy.numDocs(), bytes, copied);
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

  private void copy(String name, Set<String> there) throws IOException {
    long length = from.fileLength(name);
    bytes += length;
    if (there.contains(name)) {
      if (!isSame(name, length)) {
        throw diverged();
      }
      return;
    }
    try (ChecksumIndexInput in = from.openChecksumInput(name);
        IndexOutput out = to.createOutput(PART, IOContext.DEFAULT)) {
      byte[] buffer = new byte[1 << 16];
      for (long left = length - CodecUtil.footerLength(); left > 0; ) {
        int size = (int) Math.min(buffer.length, left);
        in.readBytes(buffer, 0, size);
        out.writeBytes(buffer, size);
        left -= size;
      }
      CodecUtil.checkFooter(in);
      CodecUtil.writeFooter(out); // the same: its checksum was just found right
    }
    to.sync(List.of(PART));
    to.rename(PART, name);
    copied += length;
  }

  private boolean isSame(String name, long length) throws IOException {
    long ours = checksum(from, name);
    try {
      return to.fileLength(name) == length && checksum(to, name) == ours;
    } catch (CorruptIndexException e) {
      return false;
    }
  }

  private static long checksum(Directory directory, String name) throws IOException {
    try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
      return CodecUtil.checksumEntireFile(in);
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
