package news.cuttings.formats.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is told of each block of a page before it is decided which of them are the story: of its
 * text, its place, its neighbours and the boxes around it. No sign knows a language.
 */
final class Signs {
  /** So many of the page's commonest words are taken for function words. */
  private static final int FUNCTION_WORDS = 40;

  /** The sums of no block at all. */
  private static final float[] NOTHING = new float[3];

  private final Layout layout;
  private final List<Block> blocks;
  private final float[][] phrases;
  private final float[] good;
  private final float[] function;
  private final float[] titled;
  private final float[] titleCover;
  private final float[] described;
  private final int[] copies;
  private final Map<String, float[]> bySignature = new HashMap<>();
  private final @Nullable Box home;
  private final @Nullable Box best;
  private final @Nullable Box widest;
  private final float allGood;
  private final int allWords;
  private int titleAt = -1;

  Signs(Layout layout, Titles titles) {
    this.layout = layout;
    blocks = layout.blocks;
    int n = blocks.size();
    phrases = new float[n][];
    good = new float[n];
    function = new float[n];
    titled = new float[n];
    titleCover = new float[n];
    described = new float[n];
    copies = new int[n];
    Map<Long, Integer> times = new HashMap<>();
    for (Block block : blocks) {
      times.merge(block.words.hash, 1, Integer::sum);
    }
    float sumGood = 0;
    int words = 0;
    int closest = 0;
    for (Block block : blocks) {
      int i = block.index;
      phrases[i] = Phrases.standard().shares(block.words.hashes);
      copies[i] = times.getOrDefault(block.words.hash, 1);
      good[i] = good(block);
      sumGood += good[i];
      words += block.words.count;
      float[] likeness = titles.likeness(block.words.hashes);
      titled[i] = likeness[0];
      titleCover[i] = likeness[1];
      described[i] = titles.described(block.words.hashes);
      int closeness =
          likeness[0] < .7 || likeness[1] < .6
              ? 0
              : Tags.headingLevel(block.box.tag) == 1 ? 3 : block.linkWords > 0 ? 1 : 2;
      if (closeness > closest) {
        closest = closeness;
        titleAt = i;
      }
    }
    allGood = Math.max(1, sumGood);
    allWords = Math.max(1, words);
    sumBoxes();
    findFunctionWords();
    home = home();
    best = readable();
    widest = widest();
  }

  private static float good(Block block) {
    boolean outside =
        block.hidden
            || block.box.is(
                Box.NAV | Box.FOOTER | Box.ASIDE | Box.CAPTION | Box.NOSCRIPT | Box.BUTTON);
    if (outside || block.words.count < 8 || block.linkDensity() > .5) {
      return 0;
    }
    return Math.min(150, block.words.count) * (1 - block.linkDensity());
  }

  private void sumBoxes() {
    for (Block block : blocks) {
      float[] sums = bySignature.computeIfAbsent(block.box.signature, k -> new float[3]);
      sums[0] += good[block.index];
      sums[1] += block.words.count;
      sums[2]++;
      Box box = block.box;
      box.near += good[block.index];
      if (box.parent != null) {
        box.parent.near += good[block.index];
      }
      box.words += block.words.count;
      box.linkWords += block.linkWords;
      box.good += good[block.index];
      box.sum += good[block.index] > 0 ? good[block.index] : -2 - block.linkWords;
      float score = good[block.index] * (1 + .5f * Math.min(4, block.words.commas));
      Box at = box;
      for (int step = 0; at != null && step < 5; step++) {
        box = at;
        at.score += score * (step < 2 ? 1 : step == 2 ? .6 : .3);
        at = box.parent;
      }
    }
    for (int i = layout.boxes.size() - 1; i > 0; i--) {
      Box box = layout.boxes.get(i);
      if (box.parent != null) {
        box.parent.words += box.words;
        box.parent.linkWords += box.linkWords;
        box.parent.good += box.good;
        box.parent.sum += box.sum;
      }
    }
  }

  private void findFunctionWords() {
    Map<Integer, Integer> counts = new HashMap<>();
    for (Block block : blocks) {
      if (good[block.index] > 0) {
        for (int word : block.words.hashes) {
          counts.merge(word, 1, Integer::sum);
        }
      }
    }
    Set<Integer> common = new HashSet<>();
    counts.entrySet().stream()
        .sorted((a, b) ->
            a.getValue().equals(b.getValue())
                ? a.getKey().compareTo(b.getKey())
                : b.getValue().compareTo(a.getValue()))
        .limit(FUNCTION_WORDS)
        .forEach(entry -> common.add(entry.getKey()));
    for (Block block : blocks) {
      int in = 0;
      for (int word : block.words.hashes) {
        in += common.contains(word) ? 1 : 0;
      }
      function[block.index] = (float) in / Math.max(1, block.words.hashes.length);
    }
  }

  /** The box that has most good text directly in it or in its children. */
  private @Nullable Box home() {
    Box most = null;
    for (Box box : layout.boxes) {
      if (most == null || box.near > most.near) {
        most = box;
      }
    }
    return most;
  }

  private @Nullable Box readable() {
    Box most = null;
    for (Box box : layout.boxes) {
      double score = box.score * (1 - box.linkDensity());
      if (most == null || score > most.score * (1 - most.linkDensity())) {
        most = box;
      }
    }
    return most;
  }

  private @Nullable Box widest() {
    Box most = null;
    for (Box box : layout.boxes) {
      if (most == null || box.sum >= most.sum) {
        most = box;
      }
    }
    return most;
  }

  /** The signs of every block. */
  float[][] rows() {
    return rows(new Row(false));
  }

  List<String> namesOfSigns() {
    Row row = new Row(true);
    one(row, blocks.getFirst());
    return new ArrayList<>(row.names);
  }

  private float[][] rows(Row row) {
    float[][] rows = new float[blocks.size()][];
    for (Block block : blocks) {
      one(row, block);
      rows[block.index] = row.take();
    }
    return rows;
  }

  private int headingBefore = -1;
  private int wordsBefore;
  private int firstGood = -1;
  private int lastGood = -1;

  private void one(Row row, Block block) {
    if (block.index == 0) {
      wordsBefore = 0;
      headingBefore = -1;
      for (Block b : blocks) {
        if (home != null && good[b.index] > 0 && within(b.box, home)) {
          firstGood = firstGood < 0 ? b.index : firstGood;
          lastGood = b.index;
        }
      }
    }
    text(row, block);
    place(row, block);
    around(row, block);
    wordsBefore += block.words.count;
    if (Tags.headingLevel(block.box.tag) > 0) {
      headingBefore = block.index;
    }
  }

  private void text(Row row, Block block) {
    Words words = block.words;
    String text = block.text;
    float count = Math.max(1, words.count);
    float length = Math.max(1, text.length());
    int last = block.last;
    int first = text.codePointAt(0);
    row.put("words", words.count);
    row.put("chars", text.length());
    row.put("link density", block.linkDensity());
    row.put("links", block.links);
    row.put("bold", block.boldWords / count);
    row.put("digits", words.digits / length);
    row.put("letters", words.letters / length);
    row.put("capitalised", words.capitalised / count);
    row.put("commas", words.commas);
    row.put("sentence ends", words.sentenceEnds);
    row.put("words a sentence", count / (1 + words.sentenceEnds));
    row.put("ends sentence", Words.isSentenceEnd(last));
    row.put("ends colon", last == ':' || last == '：');
    row.put("ends question", last == '?' || last == '؟' || last == '？');
    row.put("starts small", Character.isLowerCase(first));
    row.put("starts digit", Character.isDigit(first));
    row.put("starts sign", !Character.isLetterOrDigit(first));
    row.put("word length", length / count);
    row.put("all capitals", words.small == 0 && words.letters > 3);
    row.put("at", text.indexOf('@') >= 0);
    row.put("address", text.contains("http") || text.contains("www."));
    row.put("rights", text.indexOf('©') >= 0);
    row.put("bar", text.indexOf('|') >= 0 || text.indexOf('•') >= 0);
    row.put("time", block.hasTime);
    row.put("year", Looks.hasYear(text));
    row.put("function words", function[block.index]);
    row.put("title share", titled[block.index]);
    row.put("title cover", titleCover[block.index]);
    row.put("description share", described[block.index]);
    row.put("copies", copies[block.index]);
    float[] kinds = phrases[block.index];
    float all = 0;
    for (int k = 0; k < kinds.length; k++) {
      row.put(Phrases.standard().kinds().get(k), kinds[k]);
      all = Math.max(all, kinds[k]);
    }
    row.put("furniture", all);
    int begun = Phrases.standard().begins(block.words.hashes);
    for (int k = 0; k < kinds.length; k++) {
      row.put("begins ", Phrases.standard().kinds().get(k), (begun >> k & 1) == 1);
    }
    float label = Looks.label(text);
    row.put("label", label);
    row.put("hidden", block.hidden);
    row.put("after media", block.afterMedia);
    row.put("after break", block.afterBreak);
    row.put("good", good[block.index]);
  }

  private void place(Row row, Block block) {
    Box box = block.box;
    String tag = box.tag;
    row.put("p", tag.equals("p"));
    row.put("heading", Tags.headingLevel(tag));
    row.put("li", tag.equals("li"));
    row.put("cell", tag.equals("td") || tag.equals("th") || tag.equals("tr"));
    row.put("div", tag.equals("div"));
    row.put("button", tag.equals("button") || tag.equals("label"));
    String parent = box.parent == null ? "" : box.parent.tag;
    row.put("in p", parent.equals("p"));
    row.put("in li", parent.equals("li"));
    row.put("in heading", Tags.headingLevel(parent));
    for (int k = 0; k <= 18; k++) {
      row.put("kind ", k, (box.kinds >> k & 1) == 1);
    }
    row.put("depth", box.depth);
    row.put("place", box.place);
    row.put("siblings", box.parent == null ? 0 : box.parent.children);
    row.put("from end", box.parent == null ? 0 : box.parent.children - box.place);
    row.put("blocks in box", box.blocks());
    row.put("blocks in parent", box.parent == null ? 0 : box.parent.blocks());

    for (int k = 0; k < block.named.length; k++) {
      row.put("named ", NameKinds.standard().kinds().get(k), block.named[k]);
    }

    Box at = box;
    for (int step = 0; step < 4; step++) {
      row.put("good share ", step, at == null ? 1 : at.good / allGood);
      row.put("good density ", step, at == null ? 1 : at.good / Math.max(1, at.words));
      row.put("box links ", step, at == null ? 0 : at.linkDensity());
      row.put("box words ", step, at == null ? 0 : at.words);
      at = at == null ? null : at.parent;
    }
    float[] signature = bySignature.getOrDefault(box.signature, NOTHING);
    row.put("signature good", signature[0] / allGood);
    row.put("signature words", signature[1] / allWords);
    row.put("signature blocks", signature[2]);
    row.put("signature density", signature[0] / Math.max(1, signature[1]));
    distance(row, "home", box, home);
    distance(row, "best", box, best);
    distance(row, "widest", box, widest);
    row.put("to first good", block.index - firstGood);
    row.put("to last good", block.index - lastGood);

    row.put("words before", (float) wordsBefore / allWords);
    row.put("at", (float) block.index / blocks.size());
    row.put("words before, many", wordsBefore);
    row.put("to title", titleAt < 0 ? -500 : Math.clamp(block.index - titleAt, -400, 400));
    row.put("is title", titleAt == block.index);
    row.put("since heading", headingBefore < 0 ? 500 : Math.min(400, block.index - headingBefore));
    row.put(
        "heading level",
        headingBefore < 0 ? 0 : Tags.headingLevel(blocks.get(headingBefore).box.tag));
    float[] heading =
        headingBefore < 0 ? new float[phrases[block.index].length] : phrases[headingBefore];
    for (int k = 0; k < heading.length; k++) {
      row.put("heading ", Phrases.standard().kinds().get(k), heading[k]);
    }
    row.put("page blocks", blocks.size());
    row.put("page good", allGood);
    row.put("home share", home == null ? 0 : home.near / allGood);
  }

  private static boolean within(Box box, Box outer) {
    Box at = box;
    while (at != null && at.depth > outer.depth) {
      at = at.parent;
    }
    return at == outer;
  }

  /** How far up from the box, and from the other, is what holds both. */
  static void distance(Row row, String name, Box box, @Nullable Box other) {
    Box a = box;
    Box b = other;
    while (a != null && b != null && a != b) {
      if (a.depth >= b.depth) {
        a = a.parent;
      } else {
        b = b.parent;
      }
    }
    int common = a == null || b == null ? 0 : a.depth;
    row.put(name, " up", other == null ? 99 : other.depth - common);
    row.put(name, " down", box.depth - common);
  }

  private void around(Row row, Block block) {
    int i = block.index;
    for (int step = -3; step <= 3; step++) {
      if (step == 0) {
        continue;
      }
      int j = i + step;
      Block other = j >= 0 && j < blocks.size() ? blocks.get(j) : null;
      row.put("near words ", step, other == null ? -1 : other.words.count);
      row.put("near link density ", step, other == null ? 1 : other.linkDensity());
      row.put("near ends sentence ", step, other != null && Words.isSentenceEnd(other.last));
      row.put("near heading ", step, other == null ? 0 : Tags.headingLevel(other.box.tag));
      row.put(
          "near signature ",
          step,
          other != null && other.box.signature.equals(block.box.signature));
      row.put(
          "near signature good ",
          step,
          other == null ? 0 : bySignature.getOrDefault(other.box.signature, NOTHING)[0] / allGood);
      if (step >= -2 && step <= 2) {
        row.put("near same parent ", step, other != null && other.box.parent == block.box.parent);
        row.put("near p ", step, other != null && other.box.tag.equals("p"));
        row.put("near title share ", step, other == null ? 0 : titled[j]);
        row.put("near furniture ", step, other == null ? 0 : max(phrases[j]));
        row.put("near after media ", step, other != null && other.afterMedia);
        row.put("near time ", step, other != null && other.hasTime);
      }
    }
    float before = 0;
    float after = 0;
    for (int step = 1; step <= 8; step++) {
      before += i - step >= 0 ? good[i - step] : 0;
      after += i + step < good.length ? good[i + step] : 0;
    }
    row.put("good before", before);
    row.put("good after", after);
    int nextGood = 0;
    while (nextGood < 60 && i + nextGood < good.length && good[i + nextGood] == 0) {
      nextGood++;
    }
    int lastBefore = 0;
    while (lastBefore < 60 && i - lastBefore >= 0 && good[i - lastBefore] == 0) {
      lastBefore++;
    }
    row.put("to next good", nextGood);
    row.put("since good", lastBefore);
  }

  private static float max(float[] values) {
    float max = 0;
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }
}
