package news.cuttings.bench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.bench.results.BadFileException;
import news.cuttings.bench.results.Tree;
import news.cuttings.bench.timing.Ratio;

/**
 * Two benches side by side, by what both have measured.
 *
 * @param lines an engine and class of questions each
 * @param notes why the comparison may not be fair, in sentences
 */
public record BenchCompare(List<Line> lines, List<String> notes) {

  /**
   * A class of questions.
   *
   * @param corpus the stories
   * @param engine the engine
   * @param of the class
   * @param ratio the time after, in times that before
   * @param sameHits whether the answers are the same
   */
  public record Line(String corpus, String engine, String of, Ratio ratio, boolean sameHits) {
    /** As JSON. */
    public Map<String, Object> tree() {
      Map<String, Object> tree = Tree.map("corpus", corpus, "engine", engine, "class", of);
      tree.putAll(ratio.tree());
      tree.put("same_hits", sameHits);
      return tree;
    }
  }

  /**
   * Reads the results of a bench.
   *
   * @throws BadFileException where the file holds something else
   */
  public static Tree read(Path file) throws IOException {
    Tree results = Tree.read(file);
    if (results.at("corpora").list().isEmpty()) {
      throw new BadFileException(
          file + ": not the results of a bench; cuttings bench writes them as bench.json");
    }
    return results;
  }

  /** Compares. */
  public static BenchCompare of(Tree before, Tree after) {
    List<Line> lines = new ArrayList<>();
    Map<String, Tree> then = figures(before);
    figures(after)
        .forEach((key, now) -> {
          Tree was = then.get(key);
          if (was != null) {
            String[] parts = key.split("\t", -1);
            Ratio ratio = Ratio.apart(logs(now), logs(was));
            boolean same = now.at("hits").text().equals(was.at("hits").text());
            lines.add(new Line(parts[0], parts[1], parts[2], ratio, same));
          }
        });
    return new BenchCompare(List.copyOf(lines), notes(before, after));
  }

  private static Map<String, Tree> figures(Tree results) {
    Map<String, Tree> figures = new LinkedHashMap<>();
    for (Tree corpus : results.at("corpora").list()) {
      for (Tree of : corpus.at("classes").list()) {
        for (Tree engine : of.at("engines").list()) {
          String key =
              String.join(
                  "\t",
                  corpus.at("name").text(),
                  engine.at("engine").text(),
                  of.at("class").text());
          figures.put(key, engine);
        }
      }
    }
    return figures;
  }

  private static Map<Integer, List<Double>> logs(Tree engine) {
    Map<Integer, List<Double>> logs = new LinkedHashMap<>();
    for (Tree round : engine.at("rounds").list()) {
      logs.computeIfAbsent((int) round.at("fork").number(), fork -> new ArrayList<>())
          .add(Math.log(round.at("cpu_p50").number()));
    }
    return logs;
  }

  private static List<String> notes(Tree before, Tree after) {
    List<String> notes = new ArrayList<>();
    for (String what : List.of("cpu", "cores", "governor", "java", "lucene")) {
      note(notes, what, before.at("machine").at(what), after.at("machine").at(what));
    }
    for (String what : List.of("seed", "segments")) {
      note(notes, what, before.at("settings").at(what), after.at("settings").at(what));
    }
    return notes;
  }

  private static void note(List<String> notes, String what, Tree a, Tree b) {
    if (!a.equals(b)) {
      notes.add(what + " is not the same: " + a.text() + ", " + b.text());
    }
  }
}
