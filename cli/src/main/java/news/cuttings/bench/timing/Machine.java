package news.cuttings.bench.timing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import news.cuttings.bench.results.Tree;
import org.apache.lucene.util.Version;

/** What figures were measured on. */
public final class Machine {
  private Machine() {}

  /** The machine by name of each property; no names of hosts, users or folders. */
  public static Map<String, Object> describe() {
    Map<String, Object> about =
        Tree.map(
            "cpu",
            line("/proc/cpuinfo", "model name"),
            "cores",
            Runtime.getRuntime().availableProcessors(),
            "memory",
            line("/proc/meminfo", "MemTotal"),
            "os",
            System.getProperty("os.name", "")
                + " "
                + System.getProperty("os.version", "")
                + " "
                + System.getProperty("os.arch", ""),
            "governor",
            content("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
            "java",
            Runtime.version().toString(),
            "vm",
            System.getProperty("java.vm.name", ""),
            "lucene",
            Version.LATEST.toString());
    about.put("load_at_start", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    return about;
  }

  private static String line(String file, String name) {
    for (String line : content(file).split("\n", -1)) {
      if (line.startsWith(name)) {
        return line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return "unknown";
  }

  private static String content(String file) {
    try {
      return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "unknown"; // another system keeps it elsewhere
    }
  }
}
