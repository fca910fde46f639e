package news.cuttings.bench.timing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import news.cuttings.bench.engines.EngineKind;
import org.jspecify.annotations.Nullable;

/** A {@link Fork} as its parent sees it. */
final class ForkProcess implements Closeable {
  private final String engine;
  private final Process process;
  private final Writer to;
  private final BufferedReader from;

  private ForkProcess(String engine, Process process) {
    this.engine = engine;
    this.process = process;
    to =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    from =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a JVM like this one, with the same flags and classes. */
  static ForkProcess start(
      EngineKind engine, Path index, String corpus, Path tasks, @Nullable Path options)
      throws IOException {
    List<String> args = new ArrayList<>(List.of(engine.label(), index.toString()));
    args.addAll(List.of(corpus, tasks.toString()));
    if (options != null) {
      args.add(options.toString());
    }
    return new ForkProcess(engine.label(), Jvm.start(Jvm.command(Fork.class, args)));
  }

  /** Says a command and gives the lines of the answer. */
  List<String> say(String command) throws IOException {
    to.write(command);
    to.write('\n');
    to.flush();
    List<String> lines = new ArrayList<>();
    for (String line = from.readLine(); line != null; line = from.readLine()) {
      if (line.equals("end")) {
        return lines;
      }
      lines.add(line);
    }
    throw new IOException("the JVM that measures " + engine + " ended at: " + command);
  }

  /** The answer of one line. */
  String ask(String command) throws IOException {
    List<String> lines = say(command);
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  @Override
  public void close() throws IOException {
    to.close();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    from.close();
  }
}
