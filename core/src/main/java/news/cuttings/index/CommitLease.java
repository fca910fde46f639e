package news.cuttings.index;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IORunnable;

/**
 * Lends commits to whoever copies them: one at a time, and its files stay meanwhile. The end waits
 * until it is given back.
 */
public final class CommitLease {
  private final SnapshotDeletionPolicy policy;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean ended;

  /** Lends what that policy keeps. */
  CommitLease(IndexDeletionPolicy kept) {
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
  <T> Optional<T> lend(Directory directory, IOFunction<IndexCommit, T> work) throws IOException {
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
        return Optional.of(work.apply(commit));
      } finally {
        policy.release(commit);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for whoever has a commit, and lends none until the work is done. */
  void whenReturned(IORunnable work) throws IOException {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for whoever has a commit, does the work and lends none any more. */
  void end(IORunnable work) throws IOException {
    lock.lock();
    try {
      ended = true;
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
