package news.cuttings;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Bytes that threads of this process ask for. */
public final class Allocation {
  private Allocation() {}

  /** Bytes that all threads of this process have asked for so far. */
  public static long soFar() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
  }
}
