package news.cuttings.formats.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * A page as the eye parts it: blocks of text, in the page's order, each in the boxes it stands in.
 */
final class Layout {
  /** No page has so many pieces of text; of one that has the rest is left out. */
  static final int MOST = 20_000;

  final List<Block> blocks = new ArrayList<>();
  final List<Box> boxes = new ArrayList<>();

  private Layout() {}

  static Layout of(Element body) {
    Layout layout = new Layout();
    Walk walk = layout.new Walk();
    body.filter(walk);
    walk.end();
    return layout;
  }

  private final class Walk implements NodeFilter {
    private final Deque<Box> open = new ArrayDeque<>();
    private final List<Element> inline = new ArrayList<>();
    private Draft draft = new Draft();
    private int links;
    private String href = "";
    private int bold;
    private int hidden;
    private boolean afterLink;
    private @Nullable Element simpleRow;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        String whole = text.getWholeText();
        if (afterLink && !whole.isEmpty()) {
          afterLink = false;
        }
        append(whole);
        return FilterResult.CONTINUE;
      }
      if (!(node instanceof Element element)) {
        return FilterResult.CONTINUE;
      }
      String tag = element.normalName();
      if (Tags.isMedia(tag)) {
        mediaMet();
      }
      if (Tags.isSilent(tag)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (tag.equals("br") || tag.equals("hr")) {
        flush();
        draft.afterBreak = tag.equals("br");
        return FilterResult.CONTINUE;
      }
      if (simpleRow != null && (tag.equals("td") || tag.equals("th"))) {
        if (!draft.isBlank()) {
          draft.gap();
          append("|");
          draft.gap();
        }
        return FilterResult.CONTINUE;
      }
      if (Tags.isBlock(tag) || open.isEmpty()) {
        flush();
        draft.afterBreak = false;
        Box box = new Box(open.peek(), element);
        box.from = blocks.size();
        boxes.add(box);
        open.push(box);
        if (tag.equals("tr") && isSimple(element)) {
          simpleRow = element;
        }
        return FilterResult.CONTINUE;
      }
      inline.add(element);
      switch (tag) {
        case "a" -> {
          if (afterLink) {
            draft.gap();
          }
          links++;
          draft.links++;
          href = element.attr("href");
          if (draft.href.isEmpty()) {
            draft.href = href;
            draft.linkFrom = draft.text.length();
          }
        }
        case "b", "strong", "em", "i", "cite" -> bold++;
        case "time" -> draft.hasTime = true;
        default -> {}
      }
      if (Box.isHidden(element)) {
        hidden++;
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return FilterResult.CONTINUE;
      }
      String tag = element.normalName();
      if (tag.equals("br") || tag.equals("hr") || Tags.isSilent(tag)) {
        return FilterResult.CONTINUE;
      }
      if (simpleRow != null && (tag.equals("td") || tag.equals("th"))) {
        return FilterResult.CONTINUE;
      }
      if (!inline.isEmpty() && inline.getLast().equals(element)) {
        inline.removeLast();
        switch (tag) {
          case "a" -> {
            links--;
            draft.linkTo = draft.linkTo == 0 ? draft.text.length() : draft.linkTo;
            afterLink = true;
          }
          case "b", "strong", "em", "i", "cite" -> bold--;
          default -> {}
        }
        if (Box.isHidden(element)) {
          hidden--;
        }
        return FilterResult.CONTINUE;
      }
      flush();
      simpleRow = null;
      Box box = open.pop();
      box.to = blocks.size();
      return FilterResult.CONTINUE;
    }

    private void append(String text) {
      draft.append(text, links > 0, bold > 0, inline);
      draft.hidden |= hidden > 0;
    }

    private void mediaMet() {
      if (draft.isBlank()) {
        draft.afterMedia = true;
      }
    }

    private void flush() {
      afterLink = false;
      Draft done = draft;
      if (done.isBlank()) {
        return;
      }
      draft = new Draft();
      draft.links = links > 0 ? 1 : 0;
      draft.href = links > 0 ? href : "";
      Box box = open.peek();
      if (box != null && blocks.size() < MOST) {
        blocks.add(new Block(blocks.size(), box, done));
      }
    }

    void end() {
      flush();
    }

    /** Whether nothing in the row parts lines but its own cells. */
    private boolean isSimple(Element row) {
      class Look implements NodeFilter {
        boolean simple = true;

        @Override
        public FilterResult head(Node node, int depth) {
          if (node instanceof Element e) {
            String tag = e.normalName();
            boolean cell = depth <= 1 && (tag.equals("td") || tag.equals("th"));
            if (depth > 0 && !cell && (Tags.isBlock(tag) || tag.equals("br"))) {
              simple = false;
              return FilterResult.STOP;
            }
          }
          return FilterResult.CONTINUE;
        }
      }

      Look look = new Look();
      row.filter(look);
      return look.simple;
    }
  }
}
