package news.cuttings.bench;

import java.util.ArrayList;
import java.util.List;

/** Lines over two axes, small enough to stand beside others. */
final class LineChart {
  private static final int WIDTH = 250;
  private static final int HEIGHT = 190;
  private static final int LEFT = 46;
  private static final int RIGHT = 12;
  private static final int TOP = 26;
  private static final int BOTTOM = 34;

  private final String title;
  private final String below;
  private final boolean logX;
  private final boolean logY;
  private final List<Series> all = new ArrayList<>();

  private record Series(int number, List<double[]> points) {}

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

  /** A line through points, each of an x and a y. */
  void series(int number, List<double[]> points) {
    all.add(new Series(number, points));
  }

  String draw() {
    Scale x = scale(0, logX, LEFT, WIDTH - RIGHT);
    Scale y = scale(1, logY, HEIGHT - BOTTOM, TOP);
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    svg.text(LEFT, 14, "start", "title", title);
    for (double tick : y.ticks()) {
      svg.line(LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick), "grid");
      svg.text(LEFT - 6, y.at(tick) + 4, "end", "tick", Scale.label(tick));
    }
    for (double tick : x.ticks()) {
      svg.text(x.at(tick), HEIGHT - BOTTOM + 15, "middle", "tick", Scale.label(tick));
    }
    svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 4, "middle", "tick", below);
    for (Series series : all) {
      List<double[]> places =
          series.points().stream().map(p -> new double[] {x.at(p[0]), y.at(p[1])}).toList();
      svg.path(places, "line s" + series.number());
      for (int i = 0; i < places.size(); i++) {
        double[] point = series.points().get(i);
        String told = Scale.label(point[0]) + " " + below + ": " + Scale.label(point[1]);
        svg.dot(places.get(i)[0], places.get(i)[1], 2.5, "dot s" + series.number(), told);
      }
    }
    return svg.end();
  }

  private Scale scale(int which, boolean isLog, double from, double to) {
    List<Double> values = new ArrayList<>();
    all.forEach(series -> series.points().forEach(point -> values.add(point[which])));
    return isLog ? Scale.log(values, from, to) : Scale.linear(values, from, to);
  }
}
