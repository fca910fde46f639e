package news.cuttings.cluster;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When the time of a question is over, and whether something was left out for it. It is kept over
 * all requests that the question takes. For one question, and one thread.
 */
final class Deadline {
  /** So long an answer may be on its way that the cluster began to give in time. */
  private static final Duration ON_ITS_WAY = Duration.ofMillis(250);

  private final @Nullable Duration time;
  private final long start = System.nanoTime();
  private boolean cut;

  /** The time was over before there was an answer. */
  static final class TimeOver extends IOException {
    TimeOver(@Nullable Throwable cause) {
      super("the time for the question is over", cause);
    }
  }

  private Deadline(@Nullable Duration time) {
    this.time = time;
  }

  /** A question that may take as long as it takes. */
  static Deadline none() {
    return new Deadline(null);
  }

  /** One that may take so long from now. */
  static Deadline in(Duration time) {
    return new Deadline(time);
  }

  /** Whether there is a time at all. */
  boolean isSet() {
    return time != null;
  }

  /** Whether there is one and it is over: then what comes next is left out. */
  boolean isOver() {
    return time != null && passed().compareTo(time) >= 0;
  }

  private Duration passed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** What is left of it, as long as so much. */
  Duration left(Duration most) {
    if (time == null) {
      return most;
    }
    Duration left = time.minus(passed());
    return left.isNegative() ? Duration.ZERO : left.compareTo(most) < 0 ? left : most;
  }

  /**
   * Goes on where the time is not over.
   *
   * @throws TimeOver where it is, so that nothing more need be asked
   */
  void check() throws TimeOver {
    if (isOver()) {
      throw over(null);
    }
  }

  /** How long an answer is waited for that would else be waited for so long. */
  Duration waiting(Duration most) {
    if (time == null) {
      return most;
    }
    Duration left = left(most).plus(ON_ITS_WAY);
    return left.compareTo(most) < 0 ? left : most;
  }

  /** The error of what could not be asked any more. */
  TimeOver over(@Nullable Throwable cause) {
    cut = true;
    return new TimeOver(cause);
  }

  /** Something was left out. */
  void cut() {
    cut = true;
  }

  /** Whether something was. */
  boolean isCut() {
    return cut;
  }
}
