package news.cuttings.people;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/** Prints what the first use of the recogniser costs, in a process that has done nothing before. */
final class Loading {
  private Loading() {}

  /** Prints milliseconds of this thread's CPU time, and megabytes of heap that stay. */
  public static void main(String[] args) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    int names = TrainedRecogniser.standard().mentions("The referee David Coote left.").size();
    double millis = (clock.getCurrentThreadCpuTime() - start) / 1e6;
    System.gc();
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    System.out.printf(Locale.ROOT, "%d name, %.0f ms, %.1f MB of heap%n", names, millis, heap);
  }
}
