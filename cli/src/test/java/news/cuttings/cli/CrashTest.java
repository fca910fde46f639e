package news.cuttings.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Filing, killed at any instant. {@code -Dcuttings.seed=NUMBER} repeats a run, but not its clock.
 */
class CrashTest {
  @TempDir private Path folder;

  @Test
  @Tag("ci")
  void whatIsDurableOutlivesAKill() throws Exception {
    kill(8);
  }

  @Test
  @Tag("slow")
  void whatIsDurableOutlivesTwoHundredKills() throws Exception {
    kill(200);
  }

  private void kill(int times) throws Exception {
    long seed = Long.getLong("cuttings.seed", System.nanoTime());
    Killed killed = new Killed(folder, new Random(seed));
    try {
      killed.times(times);
    } finally {
      String told = "crash: " + killed + "; -Dcuttings.seed=" + seed + "\n";
      System.out.write(told.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    }
  }
}
