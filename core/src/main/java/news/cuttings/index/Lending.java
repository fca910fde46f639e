package news.cuttings.index;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.store.Directory;

/**
 * Lends commits to whoever copies them: one at a time, and its files stay meanwhile. The end waits
 * until it is given back.
 */
public final class Lending {
  private final SnapshotDeletionPolicy policy;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean ended;

  /** Work with a commit. */
  public interface Borrower<T> {
    /** Does it. */
    T with(IndexCommit commit) throws IOException;
  }

  /** Work that wants all commits back. */
  interface Work {
    void run() throws IOException;
  }

  /** Lends what that policy keeps. */
  Lending(IndexDeletionPolicy kept) {
    policy = new SnapshotDeletionPolicy(kept);
  }

  /** The policy for the writer. */
  IndexDeletionPolicy policy() {
    return policy;
  }

  /**
   * Lends the last commit of the directory; empty where there is none.
   *
   * @throws IllegalStateException where the end has begun
   */
  <T> Optional<T> lend(Directory directory, Borrower<T> work) throws IOException {
    lock.lock();
    try {
      if (ended) {
        throw WriterThreads.closed();
      }
      if (!DirectoryReader.indexExists(directory)) {
        return Optional.empty();
      }
      IndexCommit commit = policy.snapshot();
      try {
        return Optional.of(work.with(commit));
      } finally {
        policy.release(commit);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for whoever has a commit, and lends none until the work is done. */
  void whenReturned(Work work) throws IOException {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for whoever has a commit, does the work and lends none any more. */
  void end(Work work) throws IOException {
    lock.lock();
    try {
      ended = true;
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
