package news.cuttings.cli;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar that shows how far long work is, where somebody looks; gone when the work is done. */
final class Progress implements AutoCloseable {
  private final @Nullable ProgressBar bar;

  /**
   * @param task what is done, in a word
   * @param unit what is counted
   * @param total how many there are; -1 where nobody knows
   */
  Progress(Terminal terminal, String task, String unit, long total) {
    Optional<PrintStream> watched = terminal.watchedError();
    bar = watched.map(stream -> bar(stream, terminal.width(), task, unit, total)).orElse(null);
  }

  private static ProgressBar bar(
      PrintStream stream, int width, String task, String unit, long total) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setUnit(" " + unit, 1)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(200)
        .setSpeedUnit(ChronoUnit.SECONDS)
        .showSpeed()
        .clearDisplayOnFinish()
        .setConsumer(new ConsoleProgressBarConsumer(stream, width - 1))
        .build();
  }

  void to(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
