package news.cuttings.formats.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the first look at a page's blocks says of each block's neighbours, boxes and likes. */
final class SecondSigns {
  private static final int NEAR = 4;

  /** The sums of no block at all. */
  private static final float[] NOTHING = {0, 1, 0};

  private final Layout layout;
  private final List<Block> blocks;
  private final float[] odds;
  private final float[] chance;
  private final Map<Box, float[]> byBox = new HashMap<>();
  private final Map<String, float[]> bySignature = new HashMap<>();
  private final @Nullable Box home;
  private final float all;
  private final float[] before;
  private final Row row = new Row(false);

  /** The first and the last block that may well be the story's. */
  private final int from;

  private final int to;

  SecondSigns(Layout layout, float[] odds) {
    this.layout = layout;
    this.odds = odds;
    blocks = layout.blocks;
    chance = new float[odds.length];
    before = new float[odds.length + 1];
    float sum = 0;
    for (Block block : blocks) {
      int i = block.index;
      chance[i] = (float) (1 / (1 + Math.exp(-odds[i])));
      before[i] = sum;
      sum += chance[i] * block.words.count;
    }
    before[odds.length] = sum;
    all = Math.max(1, sum);
    home = sum();
    int begun = -1;
    int ended = -1;
    for (Block block : blocks) {
      if (chance[block.index] > .5 && block.words.count > 5) {
        begun = begun < 0 ? block.index : begun;
        ended = block.index;
      }
    }
    from = begun;
    to = ended;
  }

  private @Nullable Box sum() {
    for (Block block : blocks) {
      float words = block.words.count + 1;
      for (float[] sums :
          List.of(
              byBox.computeIfAbsent(block.box, k -> new float[3]),
              bySignature.computeIfAbsent(block.box.signature, k -> new float[3]))) {
        sums[0] += words * chance[block.index];
        sums[1] += words;
        sums[2] += words * (2 * chance[block.index] - 1);
      }
    }
    Box most = null;
    float[] mostSums = new float[3];
    for (int i = layout.boxes.size() - 1; i >= 0; i--) {
      Box box = layout.boxes.get(i);
      float[] sums = byBox.get(box);
      if (sums == null) {
        continue;
      }
      if (box.parent != null) {
        float[] outer = byBox.computeIfAbsent(box.parent, k -> new float[3]);
        for (int k = 0; k < 3; k++) {
          outer[k] += sums[k];
        }
      }
      if (most == null || sums[2] > mostSums[2] + 1e-3) {
        most = box;
        mostSums = sums;
      }
    }
    return most;
  }

  float[][] rows(float[][] first) {
    float[][] rows = new float[blocks.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(i, first[i]);
    }
    return rows;
  }

  /** The signs of a block that had those at first. */
  float[] row(int block, float[] first) {
    one(blocks.get(block), first);
    return row.take();
  }

  private void one(Block block, float[] first) {
    int i = block.index;
    for (float value : first) {
      row.put("first", value);
    }
    row.put("odds", odds[i]);
    for (int step = 1; step <= NEAR; step++) {
      row.put("odds -", step, i >= step ? odds[i - step] : -9);
      row.put("odds +", step, i + step < odds.length ? odds[i + step] : -9);
    }
    float most = -9;
    float mostAfter = -9;
    for (int step = 1; step <= 12; step++) {
      most = i >= step ? Math.max(most, odds[i - step]) : most;
      mostAfter = i + step < odds.length ? Math.max(mostAfter, odds[i + step]) : mostAfter;
    }
    row.put("most before", most);
    row.put("most after", mostAfter);
    Box at = block.box;
    for (int step = 0; step < 5; step++) {
      float[] sums = at == null ? null : byBox.get(at);
      row.put("mean ", step, sums == null ? .5f : sums[0] / sums[1]);
      row.put("share ", step, sums == null ? 1 : sums[0] / all);
      at = at == null ? null : at.parent;
    }
    float[] signature = bySignature.getOrDefault(block.box.signature, NOTHING);
    row.put("signature mean", signature[0] / signature[1]);
    row.put("signature share", signature[0] / all);
    row.put("before", before[i] / all);
    row.put("after", (all - before[i + 1]) / all);
    row.put("words", all);
    row.put("from", i - from);
    row.put("to", to - i);
    Signs.distance(row, "home", block.box, home);
    row.put("home share", home == null ? 0 : byBox.getOrDefault(home, NOTHING)[0] / all);
    row.put(
        "home mean",
        home == null
            ? 0
            : byBox.getOrDefault(home, NOTHING)[0] / byBox.getOrDefault(home, NOTHING)[1]);
    // text that is at least likely since here, and up to here
    float gap = 0;
    for (int k = i - 1; k >= 0 && chance[k] < .5; k--) {
      gap += blocks.get(k).words.count + 1;
    }
    row.put("gap before", gap);
    gap = 0;
    for (int k = i + 1; k < chance.length && chance[k] < .5; k++) {
      gap += blocks.get(k).words.count + 1;
    }
    row.put("gap after", gap);
  }
}
