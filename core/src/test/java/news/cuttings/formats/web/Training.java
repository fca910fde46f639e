package news.cuttings.formats.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns which blocks of a page are its story, from pages whose story people marked; reports how
 * well on the half that was not learnt from. Usage: {@code Training PAGES KEPT first|second [all]}:
 * two steps, the folder {@code KEPT} has what the first found and then the resource; with {@code
 * all} it is learnt from both halves.
 */
final class Training {
  private static final Boosting.Options OPTIONS = new Boosting.Options(140, 20, .1, 30, 5, .3, .7);
  private static final int FOLDS = 4;

  /** So many pages are shown as if nothing were known of their language, half without names. */
  private static final double FOREIGN = .3;

  private final PrintStream out;
  private final int[] words;
  private final int[] named;

  private Training(PrintStream out, List<String> signs) {
    this.out = out;
    String kinds = String.join("|", Phrases.standard().kinds());
    words = where(signs, "label|begins .*|heading [a-z]{2,}|.*furniture.*|" + kinds);
    named = where(signs, "named .*");
  }

  private static int[] where(List<String> signs, String pattern) {
    return IntStream.range(0, signs.size())
        .filter(i -> signs.get(i).matches(pattern) && !signs.get(i).equals("heading level"))
        .toArray();
  }

  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    Path kept = Path.of(args[1]);
    boolean all = args.length > 3;
    List<Example> pages =
        GoldPage.read(Path.of(args[0])).parallelStream()
            .map(Example::of)
            .filter(page -> page.rows.length > 0)
            .toList();
    out.println(pages.size() + " pages made ready");
    List<Example> chosen = pages.stream().filter(page -> all || page.gold.isChosen()).toList();
    Training training = new Training(out, chosen.getFirst().names);
    if (args[2].equals("first")) {
      training.first(chosen, kept);
      return;
    }
    StoryText learnt = training.second(chosen, kept);
    Files.writeString(kept.resolve("story-text.txt"), learnt.write(), StandardCharsets.UTF_8);
    List<Example> held = pages.stream().filter(page -> !page.gold.isChosen()).toList();
    training.report(all ? "learnt from" : "held", held);
    training.dump(held, kept);
  }

  /** The first look, and what it says of each page where it has not learnt from that page. */
  private void first(List<Example> pages, Path kept) throws IOException {
    for (int k = 0; k < FOLDS; k++) {
      int fold = k;
      Trees rest = trees(pages.stream().filter(page -> fold(page) != fold).toList(), k);
      pages.stream()
          .filter(page -> fold(page) == fold)
          .forEach(page -> page.odds = rest.odds(page.rows));
    }
    report("first look, from the others", pages);
    StringBuilder odds = new StringBuilder();
    for (Example page : pages) {
      odds.append(page.gold.id());
      for (float value : page.odds) {
        odds.append(' ').append(value);
      }
      odds.append('\n');
    }
    Files.createDirectories(kept);
    Files.writeString(kept.resolve("odds.txt"), odds);
    Files.writeString(kept.resolve("first.txt"), trees(pages, 9).write());
  }

  private StoryText second(List<Example> pages, Path kept) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(kept.resolve("first.txt"))) {
      first = Trees.read(lines);
    }
    Map<String, String> odds =
        Files.readAllLines(kept.resolve("odds.txt")).stream()
            .collect(Collectors.toMap(line -> line.substring(0, line.indexOf(' ')), line -> line));
    for (Example page : pages) {
      String[] values = odds.getOrDefault(page.gold.id(), "").split(" ", -1);
      page.odds = new float[page.labels.length];
      for (int i = 0; i < page.odds.length; i++) {
        page.odds[i] = Float.parseFloat(values[i + 1]);
      }
    }
    List<float[][]> rows = pages.stream().map(page -> page.rows).toList();
    pages.forEach(page -> page.rows = new SecondSigns(page.layout, page.odds).rows(page.rows));
    second = trees(pages, 10);
    for (int i = 0; i < rows.size(); i++) {
      pages.get(i).rows = rows.get(i);
    }
    return new StoryText(first, second);
  }

  private Trees first = new Trees(0, List.of());
  private Trees second = new Trees(0, List.of());

  private static int fold(Example page) {
    return Math.floorMod(page.gold.id().hashCode() * 31 + 7, FOLDS);
  }

  private Trees trees(List<Example> pages, int seed) {
    List<float[]> rows = new ArrayList<>();
    List<Float> labels = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    Random random = new Random(seed);
    for (Example page : pages) {
      boolean foreign = random.nextDouble() < FOREIGN;
      boolean unnamed = random.nextBoolean();
      for (int b = 0; b < page.labels.length; b++) {
        boolean dull =
            page.labels[b] == 0 && page.layout.blocks.get(b).box.is(Box.NAV | Box.FOOTER);
        if (dull && random.nextInt(4) > 0) {
          continue;
        }
        float[] row = page.rows[b];
        rows.add(foreign ? blanked(row, unnamed) : row);
        labels.add(page.labels[b]);
        weights.add(page.weight(b) * (dull ? 4 : 1));
      }
    }
    float[] label = new float[rows.size()];
    float[] weight = new float[rows.size()];
    for (int i = 0; i < label.length; i++) {
      label[i] = labels.get(i);
      weight[i] = weights.get(i);
    }
    return new Boosting(rows, label, weight, OPTIONS).learn(seed);
  }

  private float[] blanked(float[] row, boolean unnamed) {
    float[] blank = row.clone();
    for (int sign : words) {
      blank[sign] = 0;
    }
    for (int sign : named) {
      blank[sign] = unnamed ? Box.NONE : blank[sign];
    }
    return blank;
  }

  private void report(String what, List<Example> pages) {
    boolean two = !second.isEmpty();
    for (boolean foreign : two ? new boolean[] {false, true} : new boolean[] {false}) {
      for (Example page : pages) {
        if (two) {
          float[][] rows =
              foreign
                  ? Stream.of(page.rows).map(row -> blanked(row, false)).toArray(float[][]::new)
                  : page.rows;
          float[] odds = first.odds(rows);
          page.firstOdds = odds;
          page.odds = second.odds(new SecondSigns(page.layout, odds).rows(rows));
        }
      }
      if (two) {
        Agreement a = new Agreement();
        pages.forEach(page -> a.add(page.text(page.firstOdds, 0), page.gold));
        out.println("  first look alone: " + a);
      }
      for (double threshold : new double[] {-.8, -.4, 0, .4}) {
        Agreement agreement = new Agreement();
        for (Example page : pages) {
          page.f = agreement.add(page.text(page.odds, threshold), page.gold);
        }
        out.println(
            what + (foreign ? " as if foreign" : "") + " at " + threshold + ": " + agreement);
      }
    }
  }

  private void dump(List<Example> pages, Path kept) throws IOException {
    Path folder = Files.createDirectories(kept.resolve("pages"));
    for (Example page : pages) {
      float[] odds =
          second.odds(new SecondSigns(page.layout, first.odds(page.rows)).rows(page.rows));
      StringBuilder text = new StringBuilder();
      for (Block b : page.layout.blocks) {
        boolean on = odds[b.index] > 0;
        boolean want = page.labels[b.index] >= .5;
        text.append(on == want ? (on ? " + " : "   ") : on ? "FP " : "FN ")
            .append(String.format(Locale.ROOT, "%.2f %5.1f ", page.labels[b.index], odds[b.index]))
            .append(b.box.signature)
            .append(' ')
            .append(b.tokens)
            .append(" | ")
            .append(b.text, 0, Math.min(140, b.text.length()))
            .append('\n');
      }
      Agreement a = new Agreement();
      double f = a.add(page.text(odds, 0), page.gold);
      Files.writeString(
          folder.resolve(String.format(Locale.ROOT, "%.3f-%s.txt", f, page.gold.id())),
          page.gold.url() + "\n" + page.gold.title() + "\n" + text);
    }
  }
}
