package news.cuttings.bench.report;

import java.util.ArrayList;
import java.util.List;
import news.cuttings.bench.quality.Comparison;
import news.cuttings.bench.quality.Measure;
import news.cuttings.bench.results.Tree;

/** How good the answers are, set by set. */
final class QualitySection {
  /** The part's heading. */
  static final String TITLE = "Quality";

  private static final int DECIMALS = 4;
  private static final int COLUMNS = 3 + Measure.USUAL.size();

  private final Page page;

  QualitySection(Page page) {
    this.page = page;
  }

  /** Writes the section, where quality was measured. */
  void write(List<Tree> lines) {
    if (lines.isEmpty()) {
      return;
    }
    page.title(TITLE);
    page.section(
        "nDCG@10 by set",
        "By trec_eval's rules; the bars are 95 % intervals over the topics, the colours as above.");
    RangeChart chart = new RangeChart("nDCG@10 by set", false);
    for (String set : lines.stream().map(line -> line.at("set").text()).distinct().toList()) {
      chart.row(set, marks(lines.stream().filter(l -> l.at("set").text().equals(set)).toList()));
    }
    page.raw(chart.draw());
    table(lines);
  }

  private List<RangeChart.Mark> marks(List<Tree> lines) {
    List<RangeChart.Mark> marks = new ArrayList<>();
    for (Tree line : lines) {
      double value = line.at("nDCG@10").number();
      String told = line.at("engine").text() + ": " + Page.number(value, DECIMALS);
      double low = line.at("low").number();
      marks.add(new RangeChart.Mark(page.series(line), value, low, line.at("high").number(), told));
    }
    return marks;
  }

  private void table(List<Tree> lines) {
    page.raw("<table><tr><th>engine</th>");
    for (Measure measure : Measure.USUAL) {
      page.raw("<th>").text(measure.label()).raw("</th>");
    }
    page.raw("<th>").text(page.engines().get(0)).raw(" ahead by</th><th>p</th></tr>");
    String set = "";
    for (Tree line : lines) {
      if (!line.at("set").text().equals(set)) {
        set = line.at("set").text();
        page.raw("<tr><th colspan=\"" + COLUMNS + "\">").text(set).raw("</th></tr>");
      }
      row(line);
    }
    page.raw("</table>");
  }

  private void row(Tree line) {
    page.raw("<tr><td>").text(line.at("engine").text()).raw("</td>");
    for (Measure measure : Measure.USUAL) {
      page.cell(line.at(measure.label()).number(), DECIMALS);
    }
    Tree compared = line.at("compared");
    page.cell(compared.isEmpty() ? "" : Comparison.signed(compared.at("ahead").number()));
    page.cell(compared.isEmpty() ? "" : Comparison.chance(compared.at("p").number()));
    page.raw("</tr>");
  }
}
