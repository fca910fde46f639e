package news.cuttings.bench.report;

import java.util.List;
import java.util.Locale;

/** A drawing, as an element to put in a page; its colours come from the page's style. */
final class Svg {
  private final StringBuilder out = new StringBuilder();

  /**
   * @param label what it shows, for those who cannot see it
   */
  Svg(double width, double height, String label) {
    out.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\" role=\"img\""
                + " aria-label=\"%s\">",
            width,
            height,
            width,
            height,
            escaped(label)));
  }

  /** The text with what means something in a page written so that it does not. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  void line(double x1, double y1, double x2, double y2, String style) {
    out.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>",
            x1,
            y1,
            x2,
            y2,
            style));
  }

  /**
   * @param anchor start, middle or end
   */
  void text(double x, double y, String anchor, String style, String text) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">%s</text>",
            x,
            y,
            anchor,
            style,
            escaped(text)));
  }

  /**
   * @param told shown where the pointer rests on it
   */
  void dot(double x, double y, double radius, String style, String told) {
    out.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" class=\"%s\"><title>%s</title></circle>",
            x,
            y,
            radius,
            style,
            escaped(told)));
  }

  /** A line through points, each of an x and a y. */
  void path(List<double[]> points, String style) {
    StringBuilder through = new StringBuilder();
    for (double[] point : points) {
      through.append(String.format(Locale.ROOT, "%.1f,%.1f ", point[0], point[1]));
    }
    out.append("<polyline points=\"").append(through.toString().strip());
    out.append("\" class=\"").append(style).append("\"/>");
  }

  String end() {
    return out.append("</svg>").toString();
  }
}
