package news.cuttings.bench.report;

import java.util.ArrayList;
import java.util.List;

/** A row a thing, and in it for each series a dot with the range it may lie in. */
final class RangeChart {
  private static final int WIDTH = 760;
  private static final int LEAST_LEFT = 150;
  private static final double LETTER = 7.5;
  private static final int RIGHT = 16;
  private static final int TOP = 30;
  private static final int STEP = 11;

  private final String title;
  private final boolean isLog;
  private final List<Row> rows = new ArrayList<>();

  /**
   * A mark.
   *
   * @param series which colour
   * @param value where the dot is
   * @param low where the range begins
   * @param high where it ends
   * @param told where the pointer rests on it
   */
  record Mark(int series, double value, double low, double high, String told) {}

  private record Row(String name, List<Mark> marks) {}

  RangeChart(String title, boolean isLog) {
    this.title = title;
    this.isLog = isLog;
  }

  void row(String name, List<Mark> marks) {
    rows.add(new Row(name, marks));
  }

  /** Draws it; where axes multiply, the line at 1 stands out. */
  String draw() {
    List<Double> values = new ArrayList<>();
    int height = TOP + 10;
    for (Row row : rows) {
      height += height(row);
      row.marks().forEach(mark -> values.addAll(List.of(mark.low(), mark.high(), mark.value())));
    }
    double left = left();
    Scale scale =
        isLog ? Scale.log(values, left, WIDTH - RIGHT) : Scale.linear(values, left, WIDTH - RIGHT);
    Svg svg = new Svg(WIDTH, height, title);
    for (double tick : scale.ticks()) {
      svg.line(scale.at(tick), TOP - 6, scale.at(tick), height - 6, "grid");
      svg.text(scale.at(tick), TOP - 12, "middle", "tick", Scale.label(tick));
    }
    if (isLog && scale.low() < 1 && scale.high() > 1) {
      svg.line(scale.at(1), TOP - 6, scale.at(1), height - 6, "one");
    }
    double y = TOP;
    for (Row row : rows) {
      svg.text(left - 10, y + height(row) / 2.0 + 1, "end", "name", row.name());
      draw(svg, row, scale, y);
      y += height(row);
    }
    return svg.end();
  }

  /** Room for the longest name. */
  private double left() {
    int letters = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    return Math.max(LEAST_LEFT, Math.min(WIDTH / 2.0, 20 + LETTER * letters));
  }

  private static int height(Row row) {
    return Math.max(2, row.marks().size()) * STEP + 6;
  }

  private static void draw(Svg svg, Row row, Scale scale, double top) {
    double y = top + 3 + STEP / 2.0;
    for (Mark mark : row.marks()) {
      svg.line(scale.at(mark.low()), y, scale.at(mark.high()), y, "range s" + mark.series());
      svg.dot(scale.at(mark.value()), y, 4, "dot s" + mark.series(), mark.told());
      y += STEP;
    }
  }
}
