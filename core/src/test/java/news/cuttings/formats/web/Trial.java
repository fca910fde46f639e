package news.cuttings.formats.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import java.util.stream.*;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

final class Trial {
  static List<Example> load(Path folder) {
    return GoldPage.read(folder).parallelStream().map(Trial::example).toList();
  }

  static Example example(GoldPage gold) {
    Document page = Jsoup.parse(new String(gold.bytes(), StandardCharsets.UTF_8));
    List<String> titles = new ArrayList<>();
    titles.add(page.title());
    page.select("meta[property=og:title],meta[name=twitter:title]")
        .forEach(e -> titles.add(e.attr("content")));
    page.select("h1").stream().limit(2).forEach(e -> titles.add(e.text()));
    String description =
        page.select("meta[property=og:description],meta[name=description]").stream()
            .map(e -> e.attr("content"))
            .findFirst()
            .orElse("");
    return new Example(gold, Layout.of(page.body()), new Titles(titles, description));
  }

  static ClassNames names(List<Example> pages) {
    Map<String, double[]> sums = new HashMap<>();
    for (Example page : pages) {
      Map<String, double[]> own = new HashMap<>();
      for (Block b : page.layout.blocks) {
        double w = b.words.count + 2;
        Set<String> tokens = new HashSet<>(b.tokens);
        Box at = b.box;
        for (int step = 0; at != null && step < 6; step++) {
          tokens.addAll(at.tokens);
          at = at.parent;
        }
        for (String t : tokens) {
          double[] s = own.computeIfAbsent(t, k -> new double[2]);
          s[0] += w * page.labels[b.index];
          s[1] += w;
        }
      }
      own.forEach((t, s) -> {
        double[] sum = sums.computeIfAbsent(t, k -> new double[2]);
        sum[0] += s[0] / s[1];
        sum[1]++;
      });
    }
    Map<String, Float> weights = new HashMap<>();
    sums.forEach((t, s) -> {
      if (s[1] >= 3) weights.put(t, (float) Math.log((s[0] + 1) / (s[1] - s[0] + 1)));
    });
    return new ClassNames(weights);
  }

  static void rows(List<Example> pages, ClassNames names) {
    pages.parallelStream()
        .forEach(p -> {
          reset(p.layout);
          if (p.layout.blocks.isEmpty()) {
            p.rows = new float[0][];
            return;
          }
          Signs signs = new Signs(p.layout, p.titles, names);
          p.rows = signs.rows();
          p.names = signs.namesOfSigns();
        });
  }

  static void reset(Layout layout) {
    for (Box b : layout.boxes) {
      b.words = b.linkWords = 0;
      b.good = b.near = 0;
      b.score = b.sum = 0;
    }
  }

  static int fold(Example e, int folds) {
    return Math.floorMod(e.gold.id().hashCode() * 31 + 7, folds);
  }

  static Trees learn(List<Example> pages, Boosting.Options options, int seed) {
    List<float[]> rows = new ArrayList<>();
    List<Float> label = new ArrayList<>(), weight = new ArrayList<>();
    Random random = new Random(seed);
    for (Example p : pages)
      for (int b = 0; b < p.labels.length; b++) {
        boolean dull = p.labels[b] == 0 && p.layout.blocks.get(b).box.is(Box.NAV | Box.FOOTER);
        if (dull && random.nextInt(4) > 0) continue;
        rows.add(p.rows[b]);
        label.add(p.labels[b]);
        weight.add(p.weight(b) * (dull ? 4 : 1));
      }
    float[] labels = new float[rows.size()], weights = new float[rows.size()];
    for (int i = 0; i < labels.length; i++) { labels[i] = label.get(i); weights[i] = weight.get(i); }
    Boosting boosting = new Boosting(rows, labels, weights, options);
    Trees trees = boosting.learn(seed);
    gains = boosting.gains;
    return trees;
  }

  static double[] gains;

  /** Signs for the training pages with names learnt from the others; then for the tests. */
  static void prepare(List<Example> train, List<Example> test) {
    int folds = 5;
    for (int k = 0; k < folds; k++) {
      int fold = k;
      List<Example> rest = train.stream().filter(e -> fold(e, folds) != fold).toList();
      rows(train.stream().filter(e -> fold(e, folds) == fold).toList(), names(rest));
    }
    rows(test, names(train));
  }

  static void odds(List<Example> pages, Trees trees) {
    pages.parallelStream()
        .forEach(p -> {
          p.odds = new float[p.labels.length];
          for (int b = 0; b < p.odds.length; b++) p.odds[b] = trees.odds(p.rows[b]);
        });
  }

  static void outOfFold(List<Example> train, Boosting.Options options) {
    int folds = 5;
    for (int k = 0; k < folds; k++) {
      int fold = k;
      Trees trees = learn(train.stream().filter(e -> fold(e, folds) != fold).toList(), options, k + seed);
      odds(train.stream().filter(e -> fold(e, folds) == fold).toList(), trees);
    }
  }

  static Agreement score(List<Example> pages, double threshold, Map<String, Double> each) {
    Agreement a = new Agreement();
    for (Example p : pages) {
      StringBuilder text = new StringBuilder();
      for (Block b : p.layout.blocks)
        if (p.odds[b.index] > threshold) text.append(b.text).append('\n');
      double f = a.add(text.toString(), p.gold);
      if (each != null) each.put(p.gold.id(), f);
    }
    return a;
  }

  static void second(List<Example> pages) {
    pages.parallelStream().forEach(p -> {
      if (p.layout.blocks.isEmpty()) return;
      SecondSigns signs = new SecondSigns(p.layout, p.odds);
      Row row = new Row(true); signs.names(row, p.rows);
      List<String> names = new ArrayList<>(row.names);
      for (int i = 0; i < p.names.size(); i++) names.set(i, p.names.get(i));
      p.names = names;
      p.rows = signs.rows(p.rows);
    });
  }

  static void report(String what, List<Example> pages, Map<String, Double> each) {
    for (double t : new double[] {-.8, -.4, 0, .4}) System.out.println(what + " " + t + " " + score(pages, t, t == 0 ? each : null));
  }

  static void worst(Map<String, Double> each, int n) {
    System.out.println(each.entrySet().stream().sorted(Map.Entry.comparingByValue()).limit(n).map(e -> e.getKey() + " %.3f".formatted(e.getValue())).collect(Collectors.joining("  ")));
  }

  static void gains(List<String> names, int n) {
    System.out.println(IntStream.range(0, gains.length).boxed().sorted(Comparator.comparingDouble(f -> -gains[f])).limit(n).map(f -> names.get(f) + " " + Math.round(gains[f])).collect(Collectors.joining(", ")));
  }

  static void dump(List<Example> pages, Map<String, Double> each) {
    try {
      Path folder = Files.createDirectories(Path.of("/tmp/dump"));
      for (Example p : pages) {
        StringBuilder out = new StringBuilder(p.gold.url() + "\n" + p.gold.title() + "\nF " + each.get(p.gold.id()) + "\n");
        for (Block b : p.layout.blocks) {
          boolean on = p.odds[b.index] > 0, want = p.labels[b.index] >= .5;
          out.append(on == want ? (on ? " + " : "   ") : on ? "FP " : "FN ").append("%.2f %5.1f ".formatted(p.labels[b.index], p.odds[b.index])).append(b.box.signature).append(" ").append(b.tokens).append(" | ").append(b.text, 0, Math.min(140, b.text.length())).append('\n');
        }
        Files.writeString(folder.resolve(p.gold.id() + ".txt"), out);
      }
    } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); }
  }

  static String brief(List<Example> pages) {
    StringBuilder out = new StringBuilder();
    for (double t : new double[] {-.8, -.4, 0, .4}) { Agreement a = score(pages, t, null); out.append(" %.4f/%.4f".formatted(a.wordF(), a.shingleF())); }
    return out.toString();
  }

  /** Each argument after the folder: NAME;drop=REGEX;o=OPTIONS;seeds=N. */
  public static void main(String[] args) {
    long start = System.nanoTime();
    List<Example> all = load(Path.of(args[0]));
    List<Example> chosen = all.stream().filter(e -> e.gold.isChosen()).toList();
    List<Example> held = all.stream().filter(e -> !e.gold.isChosen()).toList();
    prepare(chosen, held);
    System.out.printf("signs %.1fs%n", (System.nanoTime() - start) / 1e9);
    List<String> names = all.stream().filter(e -> !e.names.isEmpty()).findFirst().orElseThrow().names;
    Map<Example, float[][]> whole = new HashMap<>();
    all.forEach(e -> whole.put(e, e.rows));
    Map<String, Double> each = new TreeMap<>();
    for (String arg : Arrays.asList(args).subList(1, args.length)) {
      Map<String, String> set = new HashMap<>();
      for (String part : arg.split(";")) set.put(part.replaceAll("=.*", ""), part.replaceAll("^[^=]*=?", ""));
      String[] q = set.getOrDefault("o", "160,20,.1,30,5,.3,.7").split(",");
      Boosting.Options o = new Boosting.Options(Integer.parseInt(q[0]), Integer.parseInt(q[1]), Double.parseDouble(q[2]), Double.parseDouble(q[3]), Double.parseDouble(q[4]), Double.parseDouble(q[5]), Double.parseDouble(q[6]));
      java.util.regex.Pattern pattern = java.util.regex.Pattern.compile(set.getOrDefault("drop", "-"));
      int[] keep = IntStream.range(0, names.size()).filter(f -> !pattern.matcher(names.get(f)).matches()).toArray();
      for (Example e : all) {
        float[][] rows = whole.get(e).clone();
        for (int b = 0; b < rows.length; b++) { float[] r = new float[keep.length]; for (int k = 0; k < keep.length; k++) r[k] = rows[b][keep[k]]; rows[b] = r; }
        e.rows = rows;
        e.names = Arrays.stream(keep).mapToObj(names::get).toList();
      }
      int seeds = Integer.parseInt(set.getOrDefault("seeds", "1"));
      Map<Example, float[]> sum = new HashMap<>();
      for (int s = 0; s < seeds; s++) {
        seed = 100 * s;
        outOfFold(chosen, o);
        odds(held, learn(chosen, o, 9 + seed));
        for (Example e : all) { float[] to = sum.computeIfAbsent(e, k -> new float[e.odds.length]); for (int b = 0; b < to.length; b++) to[b] += e.odds[b] / seeds; }
      }
      all.forEach(e -> e.odds = sum.get(e));
      System.out.printf("%s %d signs, %.1fs%n  chosen%s%n  held  %s%n", arg, keep.length, (System.nanoTime() - start) / 1e9, brief(chosen), brief(held));
      if (set.containsKey("gains")) gains(chosen.getFirst().names, 60);
      if (set.containsKey("dump")) { score(chosen, 0, each); score(held, 0, each); worst(each, 60); dump(all, each); }
    }
  }

  static int seed;
}
