package news.cuttings.formats.edition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts the lines below a story into teasers.
 *
 * <p>Lines that say something of a teaser (publication, day, reading time) stand once in each, and
 * where the first of a kind stands, before the first text or after, the others of the kind stand
 * too: above a teaser they open it, below they close it. Between these, headline and standfirst are
 * paired by the cheapest way to cut the whole run, so that one odd line (a standfirst without a
 * full stop, a long headline) is righted by its neighbours.
 */
final class Teasers {
  private static final double ALONE = 0.8;
  private static final double LAST_ALONE = 0.6;
  private static final double PAIRED = 0.4;
  private static final double MORE_TEXT = 0.9;
  private static final double NO_HEADLINE = 1.5;
  private static final double ACROSS_GAP = 1;
  private static final double LONGER = 0.7;
  private static final int LONG = 60;

  /** Lines in a teaser at most. */
  private static final int LONGEST = 4;

  private static final double PART_OF_RUN = 0.5;
  private static final double PART_OF_SHORT_RUN = 2;
  private static final int SHORT_RUN = 3;

  /** A line with what it was told to be. */
  record Item(PageLine line, @Nullable MetaLine meta, @Nullable String heading) {
    boolean isText() {
      return meta == null && heading == null;
    }
  }

  private final List<Teaser> teasers = new ArrayList<>();
  private final List<PageLine> run = new ArrayList<>();
  private final List<MetaLine> above = new ArrayList<>();
  private final Layout layout;
  private final boolean gapsPart;
  private final boolean stops;
  private @Nullable String section;
  private double[] asHeadline = {};
  private double[] asSentence = {};

  private Teasers(List<Item> items) {
    layout = Layout.of(items);
    gapsPart = gapsPart(items);
    stops = standfirstsStop(items);
  }

  static List<Teaser> of(List<Item> items) {
    Teasers teasers = new Teasers(items);
    for (Item item : items) {
      teasers.take(item);
    }
    teasers.closeRun();
    return teasers.teasers;
  }

  /**
   * What cutting the first 0, 1, 2 … of these texts into teasers costs at least. A teaser of one
   * line costs more here, where another page's story may be what follows.
   */
  static double[] costs(List<PageLine> texts) {
    Teasers teasers = new Teasers(texts.stream().map(t -> new Item(t, null, null)).toList());
    teasers.run.addAll(texts);
    teasers.weigh();
    double[] costs = new double[texts.size() + 1];
    for (int to = 1; to <= texts.size(); to++) {
      costs[to] = Double.MAX_VALUE;
      for (int from = Math.max(0, to - LONGEST); from < to; from++) {
        double one = Math.min(teasers.cost(from, to, true), teasers.cost(from, to, false));
        costs[to] = Math.min(costs[to], costs[from] + one + (to == from + 1 ? PAIRED : 0));
      }
    }
    return costs;
  }

  private void take(Item item) {
    if (item.heading() != null) {
      closeRun();
      above.clear();
      section = item.heading().isEmpty() ? null : item.heading();
    } else if (item.meta() == null) {
      run.add(item.line());
    } else if (layout.isInside(item.meta())) {
      insideMeta(item.meta());
    } else if (layout.isAbove(item.meta())) {
      closeRun();
      above.add(item.meta());
    } else {
      closeRun();
      if (!teasers.isEmpty()) {
        teasers.getLast().tell(item.meta());
      }
    }
  }

  /** Between headline and standfirst: the lines before the headline are other teasers'. */
  private void insideMeta(MetaLine meta) {
    if (!run.isEmpty()) {
      PageLine headline = run.removeLast();
      closeRun();
      run.add(headline);
    }
    above.add(meta);
  }

  private void closeRun() {
    if (run.isEmpty()) {
      return;
    }
    int first = teasers.size();
    cut();
    run.clear();
    above.forEach(teasers.get(first)::tell);
    above.clear();
  }

  /** The cheapest cut of the run, by dynamic programming over its lines from the end. */
  private void cut() {
    int count = run.size();
    weigh();
    double[] cost = new double[count + 1];
    int[] length = new int[count];
    boolean[] headed = new boolean[count];
    for (int from = count - 1; from >= 0; from--) {
      cost[from] = Double.MAX_VALUE;
      for (int to = from + 1; to <= Math.min(count, from + LONGEST); to++) {
        for (boolean head : new boolean[] {true, false}) {
          double all = cost(from, to, head) + cost[to];
          if (all < cost[from]) {
            cost[from] = all;
            length[from] = to - from;
            headed[from] = head;
          }
        }
      }
    }
    for (int from = 0; from < count; from += length[from]) {
      teasers.add(new Teaser(run.subList(from, from + length[from]), headed[from], section));
    }
  }

  private void weigh() {
    asHeadline =
        run.stream().mapToDouble(line -> HeadlineHeuristics.unlikeHeadline(line.text())).toArray();
    asSentence =
        run.stream()
            .mapToDouble(line -> HeadlineHeuristics.unlikeSentence(line.text(), stops))
            .toArray();
  }

  private double cost(int from, int to, boolean head) {
    double cost = 0;
    if (head) {
      String headline = run.get(from).text();
      cost += asHeadline[from];
      if (to == from + 1) {
        cost += to == run.size() ? LAST_ALONE : ALONE;
      } else if (run.get(from + 1).text().length() < headline.length()) {
        cost += 0.4;
      }
    } else {
      cost += NO_HEADLINE;
    }
    for (int i = head ? from + 1 : from; i < to; i++) {
      cost += asSentence[i] * (isLonger(from, i) ? LONGER : 1);
    }
    cost += MORE_TEXT * Math.max(0, to - from - 2);
    for (int i = from + 1; i < to; i++) {
      cost += gapsPart && run.get(i).blanks() > 0 ? ACROSS_GAP : 0;
    }
    boolean whole = from == 0 && to == run.size();
    cost += whole ? 0 : layout.partOfRun();
    return cost + (gapsPart && from > 0 && run.get(from).blanks() == 0 ? ACROSS_GAP / 2 : 0);
  }

  /** Whether the line is well longer than the headline, as standfirsts are. */
  private boolean isLonger(int headline, int line) {
    return run.get(line).text().length() > 1.3 * run.get(headline).text().length();
  }

  /** Whether most of the lines too long for headlines end with a full stop. */
  private static boolean standfirstsStop(List<Item> items) {
    List<PageLine> longest =
        items.stream()
            .filter(item -> item.isText() && item.line().text().length() > LONG)
            .map(Item::line)
            .toList();
    return longest.stream().filter(PageLine::endsSentence).count() * 2 >= longest.size();
  }

  /** Whether empty lines stand before some texts and not before others. */
  private static boolean gapsPart(List<Item> items) {
    List<PageLine> texts = items.stream().skip(1).filter(Item::isText).map(Item::line).toList();
    long gaps = texts.stream().filter(line -> line.blanks() > 0).count();
    return gaps > 0 && gaps < texts.size();
  }

  /**
   * Where the lines of each kind stand: above, inside or below the teasers they speak of; and what
   * it costs to see more than one teaser between two of them.
   */
  private record Layout(Where label, Where date, Where time, double partOfRun) {
    private enum Where {
      ABOVE,
      INSIDE,
      BELOW
    }

    static Layout of(List<Item> items) {
      Where label = where(items, 0);
      Where date = where(items, 1);
      Where time = where(items, 2);
      boolean inside = label == Where.INSIDE || date == Where.INSIDE || time == Where.INSIDE;
      boolean parts = !inside && items.stream().anyMatch(i -> i.meta() != null);
      double shortRuns = longestRun(items) <= SHORT_RUN ? PART_OF_SHORT_RUN : PART_OF_RUN;
      return new Layout(label, date, time, parts ? shortRuns : 0);
    }

    private static int longestRun(List<Item> items) {
      int longest = 0;
      int run = 0;
      for (Item item : items) {
        run = item.isText() ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      return longest;
    }

    boolean isAbove(MetaLine meta) {
      return where(meta) == Where.ABOVE;
    }

    boolean isInside(MetaLine meta) {
      return where(meta) == Where.INSIDE;
    }

    private Where where(MetaLine meta) {
      return switch (kind(meta)) {
        case 0 -> label;
        case 1 -> date;
        default -> time;
      };
    }

    private static int kind(MetaLine meta) {
      return meta.source() != null ? 0 : meta.hasDate() ? 1 : 2;
    }

    private static Where where(List<Item> items, int kind) {
      List<Integer> runs = new ArrayList<>(); // how many texts before, between and after the kind
      int texts = 0;
      for (Item item : items) {
        if (item.heading() != null && runs.isEmpty()) {
          texts = 0;
        } else if (item.isText()) {
          texts++;
        } else if (item.meta() != null && kind(item.meta()) == kind) {
          runs.add(texts);
          texts = 0;
        }
      }
      if (runs.isEmpty() || runs.getFirst() == 0) {
        return Where.ABOVE;
      }
      boolean twoBetween = runs.stream().skip(1).allMatch(n -> n == 2);
      return runs.getFirst() == 1 && texts == 1 && twoBetween ? Where.INSIDE : Where.BELOW;
    }
  }
}
