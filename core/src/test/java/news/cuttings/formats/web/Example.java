package news.cuttings.formats.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page made ready to learn from. */
final class Example {
  final GoldPage gold;
  final Layout layout;
  final Titles titles;
  final float[] labels;
  float[] @Nullable [] rows;
  List<String> names = List.of();
  private final int wanted;
  float[] odds = new float[0];

  Example(GoldPage gold, Layout layout, Titles titles) {
    this.gold = gold;
    this.layout = layout;
    this.titles = titles;
    labels = GoldLabels.of(layout, gold.text());
    int all = 0;
    for (Block block : layout.blocks) {
      all += labels[block.index] >= .5 ? block.words.count : 0;
    }
    wanted = all;
  }

  float weight(int block) {
    return (layout.blocks.get(block).words.count + 3) * 300f / (wanted + 50);
  }
}
