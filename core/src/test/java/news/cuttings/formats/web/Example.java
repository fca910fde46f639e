package news.cuttings.formats.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A page made ready to learn from. */
final class Example {
  final GoldPage gold;
  final Layout layout;
  final float[] labels;
  float[][] rows = new float[0][];
  List<String> names = List.of();
  float[] odds = new float[0];
  float[] firstOdds = new float[0];
  double f;
  private final int wanted;

  private Example(GoldPage gold, Layout layout) {
    this.gold = gold;
    this.layout = layout;
    labels = GoldLabels.of(layout, gold.text());
    int all = 0;
    for (Block block : layout.blocks) {
      all += labels[block.index] >= .5 ? block.words.count : 0;
    }
    wanted = all;
  }

  static Example of(GoldPage gold) {
    Document page = Jsoup.parse(new String(gold.bytes(), StandardCharsets.UTF_8));
    Example example = new Example(gold, Layout.of(page.body()));
    if (!example.layout.blocks.isEmpty()) {
      Signs signs = new Signs(example.layout, Titles.of(page));
      example.rows = signs.rows();
      example.names = signs.namesOfSigns();
    }
    return example;
  }

  /** Each page counts nearly alike, each block by its words. */
  float weight(int block) {
    return (layout.blocks.get(block).words.count + 3) * 300f / (wanted + 50);
  }

  String text(float[] by, double threshold) {
    StringBuilder text = new StringBuilder();
    for (Block block : layout.blocks) {
      if (by[block.index] > threshold) {
        text.append(block.text).append('\n');
      }
    }
    return text.toString();
  }
}
