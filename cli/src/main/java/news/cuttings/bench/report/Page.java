package news.cuttings.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.cuttings.bench.results.Tree;

/** What the sections of a report are written to: a page in which each engine has its colour. */
final class Page {
  private final StringBuilder out = new StringBuilder();
  private final List<String> engines = new ArrayList<>();

  /** An engine, which gets the next colour where it is new. */
  void engine(String name) {
    if (!engines.contains(name)) {
      engines.add(name);
    }
  }

  /** All engines, in the order of their colours. */
  List<String> engines() {
    return engines;
  }

  /** The number of the colour of the engine that a figure is of. */
  int series(Tree figure) {
    return engines.indexOf(figure.at("engine").text());
  }

  /** Markup as it stands. */
  Page raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text. */
  Page text(String text) {
    out.append(Svg.escaped(text));
    return this;
  }

  /** The heading of a part that {@link #contents} leads to. */
  void title(String title) {
    raw("<h2 id=\"").text(title).raw("\">").text(title).raw("</h2>");
  }

  /** Leads to those parts. */
  void contents(List<String> titles) {
    raw("<p>");
    titles.forEach(title -> raw("<a href=\"#").text(title).raw("\">").text(title).raw("</a> "));
    raw("</p>");
  }

  /** A heading and what there is to know of what follows. */
  void section(String title, String text) {
    raw("<h3>").text(title).raw("</h3><p>").text(text).raw("</p>");
  }

  /** A number in a table. */
  void cell(double value, int decimals) {
    cell(number(value, decimals));
  }

  /** A number as it is written in a table. */
  void cell(String number) {
    raw("<td class=\"n\">").text(number).raw("</td>");
  }

  /** A number as it is read; a dash where there is none. */
  static String number(double value, int decimals) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  void legend() {
    raw("<p class=\"legend\">");
    for (int i = 0; i < engines.size(); i++) {
      raw("<span><i class=\"s" + i + "\"></i>").text(engines.get(i)).raw("</span>");
    }
    raw("</p>");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
