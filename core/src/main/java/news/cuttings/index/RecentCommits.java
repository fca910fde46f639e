package news.cuttings.index;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.store.Directory;

/**
 * Keeps the last commit, and each one before it until ten minutes after the next was made: as long
 * a cursor that another process was given goes on where it was. Files of words go with the commits
 * that name them.
 */
final class RecentCommits extends IndexDeletionPolicy {
  private final InstantSource clock;
  private final Directory directory;
  private boolean onlyLast;

  RecentCommits(InstantSource clock, Directory directory) {
    this.clock = clock;
    this.directory = directory;
  }

  /** From the next commit on keeps that one alone: what was removed must be gone. */
  void keepOnlyLast(boolean only) {
    onlyLast = only;
  }

  @Override
  public void onInit(List<? extends IndexCommit> commits) throws IOException {
    onCommit(commits);
  }

  @Override
  public void onCommit(List<? extends IndexCommit> commits) throws IOException {
    long oldest = clock.millis() - CommitData.KEPT.toMillis();
    for (int i = 0; i + 1 < commits.size(); i++) {
      if (onlyLast || CommitData.millis(commits.get(i + 1).getUserData()) < oldest) {
        commits.get(i).delete();
      }
    }
    Set<String> words = new HashSet<>();
    for (IndexCommit commit : commits) {
      if (!commit.isDeleted()) {
        WordFiles.name(commit.getUserData()).ifPresent(words::add);
      }
    }
    WordFiles.keepOnly(directory, words);
  }
}
