package news.cuttings.formats.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The teasers of a page that lists stories: headlines in boxes of one kind, each with the text that
 * stands below it.
 */
final class Teasers {
  /** Fewer are what an article has beside it. */
  private static final int FEWEST = 5;

  private static final int SHORTEST = 12;

  /** A headline with what is said of the story; the text may be empty. */
  record Teaser(String headline, String text, String href) {}

  private final Layout layout;
  private final boolean[] heads;
  private final Map<String, Integer> alike = new HashMap<>();

  Teasers(Layout layout) {
    this.layout = layout;
    heads = new boolean[layout.blocks.size()];
    for (Block block : layout.blocks) {
      if (mayHead(block)) {
        alike.merge(kind(block), 1, Integer::sum);
      }
    }
    for (Block block : layout.blocks) {
      heads[block.index] = mayHead(block) && alike.getOrDefault(kind(block), 0) >= 3;
    }
  }

  private static String kind(Block block) {
    return block.box.signature;
  }

  private static boolean mayHead(Block block) {
    boolean isHeading = heading(block) > 1;
    boolean isLink = block.linkDensity() > .8 && block.words.count >= 4;
    return (isHeading || isLink)
        && block.text.length() >= SHORTEST
        && block.text.length() < 300
        && !block.hidden
        && !block.box.is(Box.NAV | Box.FOOTER | Box.FORM | Box.BUTTON);
  }

  private static int heading(Block block) {
    for (Box at = block.box; at != null && block.box.depth - at.depth < 3; at = at.parent) {
      if (Tags.headingLevel(at.tag) > 0) {
        return Tags.headingLevel(at.tag);
      }
    }
    return 0;
  }

  /**
   * Whether the page lists stories and tells none: most of what would be its story stands below
   * headlines of one kind.
   */
  boolean isAll(boolean[] story) {
    int below = 0;
    int words = 0;
    int longest = 0;
    int run = 0;
    int plain = 0;
    for (Block block : layout.blocks) {
      int count = block.words.count;
      boolean isTeaser = heads[block.index] || head(block) != null;
      if (story[block.index]) {
        words += count;
        below += isTeaser ? count : 0;
      }
      plain += !isTeaser && count > 12 && block.linkDensity() < .5 ? count : 0;
      run = heads[block.index] ? 0 : story[block.index] ? run + count : run;
      longest = Math.max(longest, run);
    }
    List<Teaser> all = all();
    long said = all.stream().filter(teaser -> !teaser.text().isEmpty()).count();
    return (said >= FEWEST || (all.size() >= 2 * FEWEST && plain < 60))
        && below >= words * .6
        && longest < 150;
  }

  /** The headline that the block says more of; null where there is none. */
  private @Nullable Block head(Block block) {
    for (int i = block.index - 1; i >= Math.max(0, block.index - 6); i--) {
      if (heads[i]) {
        Block head = layout.blocks.get(i);
        return isTogether(head, block) ? head : null;
      }
    }
    return null;
  }

  /** Whether they stand in one box that holds no other headline. */
  private boolean isTogether(Block head, Block block) {
    Box box = head.box;
    while (box != null && !(box.from <= block.index && block.index < box.to)) {
      box = box.parent;
    }
    if (box == null) {
      return false;
    }
    // Headlines and texts in turn, in no boxes of their own.
    boolean flat = head.box.parent == block.box.parent || head.box == block.box;
    int others = 0;
    for (int i = box.from; i < Math.min(box.to, box.from + 200); i++) {
      others += heads[i] && !layout.blocks.get(i).text.equals(head.text) ? 1 : 0;
    }
    return others == 0 || flat;
  }

  List<Teaser> all() {
    Map<String, Teaser> teasers = new LinkedHashMap<>();
    for (Block head : layout.blocks) {
      if (!heads[head.index]) {
        continue;
      }
      List<String> text = new ArrayList<>();
      for (int i = head.index + 1; i < Math.min(heads.length, head.index + 7) && !heads[i]; i++) {
        Block block = layout.blocks.get(i);
        boolean says = block.words.count >= 5 && block.linkDensity() < .8 && heading(block) == 0;
        if (says && !block.hidden && isTogether(head, block) && !text.contains(block.text)) {
          text.add(block.text);
        }
      }
      String headline = head.linkText.length() < SHORTEST ? head.text : head.linkText;
      Teaser teaser = new Teaser(headline, String.join("\n\n", text), head.href);
      teasers.merge(headline, teaser, (a, b) -> a.text().length() >= b.text().length() ? a : b);
    }
    return new ArrayList<>(teasers.values());
  }
}
