package news.cuttings.cli;

import java.util.concurrent.TimeUnit;

/**
 * When filing makes durable what it has filed: first after two seconds, so that whoever ends it
 * early loses little, then after twice as long each time, up to a minute; and after so many stories
 * whenever that is sooner.
 */
final class CommitPace {
  private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final int stories;
  private long step = FIRST_NANOS;
  private long nanosAtCommit;
  private long storiesAtCommit;

  /**
   * @param stories that are made durable together at the most
   * @param now when filing begins, by {@link System#nanoTime}
   */
  CommitPace(int stories, long now) {
    this.stories = stories;
    nanosAtCommit = now;
  }

  /** Whether to commit now, so many stories having been filed. */
  boolean isDue(long filed, long now) {
    long more = filed - storiesAtCommit;
    return more >= stories || (more > 0 && now - nanosAtCommit >= step);
  }

  /** There was a commit; the next is due after the next step. */
  void committed(long filed, long now) {
    if (now - nanosAtCommit >= step) {
      step = Math.min(2 * step, LONGEST_NANOS);
    }
    nanosAtCommit = now;
    storiesAtCommit = filed;
  }
}
