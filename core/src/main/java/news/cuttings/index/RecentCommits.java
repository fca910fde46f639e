package news.cuttings.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last commit and, while this writer is open, some of those that it has replaced, so that
 * a cursor that another process was given goes on where it was: at most four, each for ten minutes,
 * and as long as what they hold beyond the last is no more than half of it, or a megabyte. They go
 * with the next commit; what an earlier writer has left goes when this one opens. Time is what has
 * passed here: the date that a commit bears says nothing.
 */
final class RecentCommits extends IndexDeletionPolicy {
  /** How many commits are kept beside the last. */
  static final int MOST = 4;

  /** That part of the last commit's bytes may be held beyond it. */
  static final double SHARE = 0.5;

  /** So many bytes may be held in any case: a small index would keep nothing. */
  static final long LITTLE = 1 << 20;

  private final LongSupplier nanos;
  private final Directory directory;

  /** When each commit that is kept was seen to be replaced, by the name of its list of segments. */
  private Map<String, Long> replaced = new HashMap<>();

  private boolean onlyLast;

  /**
   * The policy of one writer.
   *
   * @param nanos time in nanoseconds, which nobody sets: {@link System#nanoTime}
   */
  RecentCommits(LongSupplier nanos, Directory directory) {
    this.nanos = nanos;
    this.directory = directory;
  }

  /** From the next commit on keeps that one alone: what was removed must be gone. */
  void keepOnlyLast(boolean only) {
    onlyLast = only;
  }

  @Override
  public void onInit(List<? extends IndexCommit> commits) throws IOException {
    keep(commits, 0);
  }

  @Override
  public void onCommit(List<? extends IndexCommit> commits) throws IOException {
    keep(commits, onlyLast ? 0 : MOST);
  }

  private void keep(List<? extends IndexCommit> commits, int most) throws IOException {
    if (!commits.isEmpty()) {
      IndexCommit last = commits.getLast();
      Held held = new Held(last);
      Map<String, Long> kept = new HashMap<>();
      for (IndexCommit commit : commits.subList(0, commits.size() - 1).reversed()) {
        Long since = replaced.getOrDefault(commit.getSegmentsFileName(), nanos.getAsLong());
        if (kept.size() < most && isYoung(since) && held.takes(commit)) {
          kept.put(commit.getSegmentsFileName(), since);
        } else {
          most = 0; // those before it are older, and hold more
          commit.delete();
        }
      }
      replaced = kept;
      removeWords(last.getUserData().get(CommitData.WORDS));
    }
  }

  /** Removes what earlier releases kept beside Lucene's files, but for what the commit names. */
  private void removeWords(@Nullable String named) throws IOException {
    for (String file : directory.listAll()) {
      if (file.startsWith(CommitData.WORDS_FILE) && !file.equals(named)) {
        directory.deleteFile(file);
      }
    }
  }

  private boolean isYoung(long since) {
    return nanos.getAsLong() - since <= CommitData.KEPT.toNanos();
  }

  /** The files that commits hold beyond the last. */
  private final class Held {
    private final Set<String> files = new HashSet<>();
    private final long allowed;
    private long bytes;

    Held(IndexCommit last) throws IOException {
      allowed = Math.max(LITTLE, (long) (added(last) * SHARE));
    }

    /** Adds what a commit holds, where that is not too much; one that lacks a file is of no use. */
    boolean takes(IndexCommit commit) throws IOException {
      try {
        bytes += added(commit);
        return bytes <= allowed;
      } catch (NoSuchFileException | FileNotFoundException e) {
        return false;
      }
    }

    /** The bytes of those of the commit's files that are not here yet; now they are. */
    private long added(IndexCommit commit) throws IOException {
      long added = 0;
      for (String file : commit.getFileNames()) {
        if (files.add(file)) {
          added += directory.fileLength(file);
        }
      }
      return added;
    }
  }
}
