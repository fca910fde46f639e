package news.cuttings.bench.timing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.cuttings.bench.results.Tree;

/**
 * How far the first engine is ahead of another or behind it, over all classes of questions.
 *
 * @param engine the other
 * @param ratio the first's time in times the other's: the geometric mean of the classes' ratios
 * @param faster classes in which the first is shown to take less
 * @param slower classes in which it is shown to take more
 * @param open classes in which no difference is shown
 */
public record Standing(String engine, double ratio, int faster, int slower, int open) {

  /** Beside each of the others, of a corpus's figures. */
  public static List<Standing> of(Tree corpus) {
    Map<String, List<Tree>> beside = new LinkedHashMap<>();
    for (Tree of : corpus.at("classes").list()) {
      for (Tree engine : of.at("engines").list()) {
        Tree ratio = engine.at("first_beside_this");
        if (!ratio.isEmpty()) {
          beside.computeIfAbsent(engine.at("engine").text(), name -> new ArrayList<>()).add(ratio);
        }
      }
    }
    List<Standing> standings = new ArrayList<>();
    beside.forEach((engine, ratios) -> standings.add(of(engine, ratios)));
    return standings;
  }

  public static List<Object> trees(Map<String, Object> corpus) {
    List<Object> trees = new ArrayList<>();
    of(new Tree(corpus)).forEach(standing -> trees.add(standing.tree()));
    return trees;
  }

  private static Standing of(String engine, List<Tree> ratios) {
    double logs = ratios.stream().mapToDouble(r -> Math.log(r.at("ratio").number())).sum();
    return new Standing(
        engine,
        Math.exp(logs / ratios.size()),
        count(ratios, Ratio.Verdict.FASTER),
        count(ratios, Ratio.Verdict.SLOWER),
        count(ratios, Ratio.Verdict.NO_DIFFERENCE_SHOWN));
  }

  private static int count(List<Tree> ratios, Ratio.Verdict verdict) {
    return (int) ratios.stream().filter(r -> r.at("verdict").text().equals(verdict.name())).count();
  }

  /** As a sentence about the first engine. */
  public String sentence(String first) {
    return String.format(
        Locale.ROOT,
        "%s takes %.2f times as long as %s (geometric mean of %d classes): faster in %d, slower in"
            + " %d, no difference shown in %d",
        first,
        ratio,
        engine,
        faster + slower + open,
        faster,
        slower,
        open);
  }

  Map<String, Object> tree() {
    return Tree.map(
        "engine", engine,
        "ratio", ratio,
        "faster", faster,
        "slower", slower,
        "no_difference_shown", open);
  }
}
