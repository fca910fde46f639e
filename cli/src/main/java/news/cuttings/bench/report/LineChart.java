package news.cuttings.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Lines over two axes, small enough to stand beside others. */
final class LineChart {
  private static final int WIDTH = 250;
  private static final int HEIGHT = 190;
  private static final int LEFT = 46;
  private static final int RIGHT = 12;
  private static final int TOP = 26;
  private static final int BOTTOM = 34;
  private static final int ASIDE = 3;

  private final String title;
  private final String below;
  private final boolean logX;
  private final boolean logY;
  private final List<Series> all = new ArrayList<>();
  private @Nullable List<Double> ticks;
  private DoubleFunction<String> naming = Scale::label;

  private record Series(int number, String style, List<Spread> points) {}

  /**
   * @param title above it
   * @param below what the horizontal axis shows
   * @param logX whether equal steps of the horizontal axis multiply
   * @param logY the same of the vertical axis
   */
  LineChart(String title, String below, boolean logX, boolean logY) {
    this.title = title;
    this.below = below;
    this.logX = logX;
    this.logY = logY;
  }

  /** Names those places of the horizontal axis, and so. */
  void ticks(List<Double> ticks, DoubleFunction<String> naming) {
    this.ticks = ticks;
    this.naming = naming;
  }

  /** A line through the middles of points, each with a bar from its least to its greatest. */
  void series(int number, List<Spread> points) {
    all.add(new Series(number, "line", points));
  }

  /** A broken line through the middles of points. */
  void broken(int number, List<Spread> points) {
    all.add(new Series(number, "line broken", points));
  }

  String draw() {
    Scale x = scale(true, logX, LEFT, WIDTH - RIGHT);
    Scale y = scale(false, logY, HEIGHT - BOTTOM, TOP);
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    svg.text(LEFT, 14, "start", "title", title);
    for (double tick : y.ticks()) {
      svg.line(LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick), "grid");
      svg.text(LEFT - 6, y.at(tick) + 4, "end", "tick", Scale.label(tick));
    }
    for (double tick : ticks == null ? x.ticks() : ticks) {
      svg.text(x.at(tick), HEIGHT - BOTTOM + 15, "middle", "tick", naming.apply(tick));
    }
    svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 4, "middle", "tick", below);
    all.forEach(series -> draw(svg, series, x, y));
    return svg.end();
  }

  private void draw(Svg svg, Series series, Scale x, Scale y) {
    String colour = " s" + series.number();
    boolean isSpread = series.points().stream().anyMatch(point -> point.low() < point.high());
    double aside = isSpread ? ASIDE * series.number() : 0; // bars at the same place would hide
    List<double[]> places = new ArrayList<>();
    for (Spread point : series.points()) {
      double across = x.at(point.at()) + aside;
      if (point.low() < point.high()) {
        svg.line(across, y.at(point.low()), across, y.at(point.high()), "range" + colour);
      }
      places.add(new double[] {across, y.at(point.middle())});
    }
    svg.path(places, series.style() + colour);
    for (int i = 0; i < places.size(); i++) {
      Spread point = series.points().get(i);
      String told = naming.apply(point.at()) + " " + below + ": " + point.told();
      svg.dot(places.get(i)[0], places.get(i)[1], 2.5, "dot" + colour, told);
    }
  }

  private Scale scale(boolean across, boolean isLog, double from, double to) {
    List<Double> values = new ArrayList<>();
    for (Series series : all) {
      for (Spread point : series.points()) {
        values.addAll(across ? List.of(point.at()) : List.of(point.low(), point.high()));
      }
    }
    return isLog ? Scale.log(values, from, to) : Scale.linear(values, from, to);
  }
}
