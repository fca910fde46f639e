package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import news.cuttings.bench.report.BenchCompare;
import news.cuttings.bench.results.Tree;
import news.cuttings.bench.timing.Ratio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two benches. */
@Command(
    name = "compare",
    abbreviateSynopsis = true,
    header = "Say what is faster, slower or not shown to differ between two benches.",
    description = {
      "",
      "By the medians of rounds, with a 95 % interval that takes the JVMs' differences in. With few"
          + " forks the interval is too narrow: three or more are wanted.",
      ""
    })
final class BenchCompareVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "A.json", description = "Before.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "B.json", description = "After.")
  private Path after = Path.of("");

  @Option(names = "--json", description = "Print each class as one JSON object.")
  private boolean json;

  BenchCompareVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    BenchCompare compared = BenchCompare.of(BenchCompare.read(before), BenchCompare.read(after));
    compared.notes().forEach(note -> terminal.say("note: " + Text.safe(note)));
    List<BenchCompare.Line> lines = compared.lines();
    for (BenchCompare.Line line : lines) {
      if (json) {
        terminal.print(new Tree(line.tree()).json());
      } else {
        print(line);
      }
    }
    return lines.isEmpty() ? Exit.NOTHING : Exit.DONE;
  }

  private void print(BenchCompare.Line line) {
    Ratio ratio = line.ratio();
    terminal.print(
        String.format(
            Locale.ROOT,
            "%-20s %-20s %-16s %.2f times (%.2f to %.2f)  %s%s",
            Text.safe(line.corpus()),
            Text.safe(line.engine()),
            Text.safe(line.of()),
            ratio.value(),
            ratio.low(),
            ratio.high(),
            ratio.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            line.sameHits() ? "" : "; the hits differ"));
  }
}
