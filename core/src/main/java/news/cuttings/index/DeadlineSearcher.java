package news.cuttings.index;

import java.io.IOException;
import java.time.Duration;
import news.cuttings.ranking.RankingOptions;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.IORunnable;

/**
 * A searcher for one question, whose work ends when its time is over: scoring between stories,
 * reading of terms and points by Lucene's {@link ExitingReaderException}, which {@link
 * #untilDeadline} takes. For one thread.
 */
public final class DeadlineSearcher extends Ranking.Ranked {
  private final Deadline deadline;
  private boolean cut;

  /** A moment of the system's clock. */
  private record Deadline(long nanos) implements QueryTimeout {
    @Override
    public boolean shouldExit() {
      return System.nanoTime() - nanos >= 0;
    }
  }

  private DeadlineSearcher(IndexReader reader, RankingOptions options, Deadline deadline) {
    super(reader, options);
    this.deadline = deadline;
    setTimeout(deadline);
  }

  /** Searches that view of the index for so long from now. */
  public static DeadlineSearcher of(IndexSearcher searcher, Duration time) throws IOException {
    long most = Long.MAX_VALUE / 2;
    long nanos = time.compareTo(Duration.ofNanos(most)) < 0 ? time.toNanos() : most;
    Deadline deadline = new Deadline(System.nanoTime() + nanos);
    IndexReader reader = searcher.getIndexReader();
    IndexReader exitable =
        reader instanceof DirectoryReader directory
            ? ExitableDirectoryReader.wrap(directory, deadline)
            : reader;
    return new DeadlineSearcher(exitable, Ranking.options(searcher), deadline);
  }

  /** Whether the searcher has a time and it is over: what was found so far is all there will be. */
  public static boolean isOver(IndexSearcher searcher) {
    if (searcher instanceof DeadlineSearcher limited && limited.deadline.shouldExit()) {
      limited.cut = true;
      return true;
    }
    return false;
  }

  /** Does the work until it is done or the time is over. */
  public static void untilDeadline(IndexSearcher searcher, IORunnable work) throws IOException {
    try {
      work.run();
    } catch (ExitingReaderException e) {
      if (!isOver(searcher)) {
        throw e;
      }
    }
  }

  /** How many stories match; where the time is over before all were seen, at least so many. */
  @Override
  public int count(Query query) throws IOException {
    int[] count = {0};
    untilDeadline(this, () -> count[0] = super.count(query));
    return count[0];
  }

  /** Whether something was left out because the time was over. */
  public boolean isCut() {
    return cut || timedOut();
  }
}
