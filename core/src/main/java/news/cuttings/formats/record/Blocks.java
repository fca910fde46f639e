package news.cuttings.formats.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.formats.io.HtmlText;
import news.cuttings.story.Letters;

/**
 * Puts together the text that an editor keeps in pieces: paragraphs, blocks of a page with the runs
 * of their lines, a tree of all that.
 */
final class Blocks {
  private static final int DEEPEST = 40;

  /** In a piece the keys that may hold its text, or its own pieces; the surest first. */
  private static final List<String> HOLDERS =
      List.of(
          "content",
          "text",
          "value",
          "body",
          "html",
          "rendered",
          "paragraph",
          "sentence",
          "insert",
          "children",
          "blocks",
          "nodes",
          "elements",
          "contentelements",
          "items",
          "data",
          "root",
          "document",
          "paragraphs",
          "ops",
          "t",
          "cdata",
          "cdatasection",
          "");

  /** In a block the keys of the runs of its line. */
  private static final Set<String> RUNS = Set.of("content", "children", "nodes", "text", "leaves");

  private static final Set<String> RUN_TYPES =
      Set.of(
          "text",
          "span",
          "string",
          "leaf",
          "link",
          "hyperlink",
          "a",
          "strong",
          "em",
          "mark",
          "mention",
          "hardbreak",
          "linebreak",
          "inline",
          "autolink",
          "emoji");

  private static final Set<String> WHOLES = Set.of("doc", "document", "root", "fragment");

  /** Parts of a page that are no running text. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "title",
          "headline",
          "byline",
          "author",
          "authorinfo",
          "date",
          "kicker",
          "image",
          "photo",
          "picture",
          "gallery",
          "video",
          "audio",
          "ad",
          "advertisement",
          "embed",
          "oembed",
          "oembedresponse",
          "tweet",
          "related",
          "relatedlink",
          "interstitiallink",
          "rawhtml",
          "caption",
          "divider",
          "deck",
          "inlineimage",
          "imageset",
          "media",
          "newsletter",
          "correction",
          "customembed",
          "delimiter",
          "linktool");

  private static final Pattern KIND = Pattern.compile("type|subtype|kind|role|nodetype|blocktype");

  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private Blocks() {}

  /** The paragraphs of it. */
  static List<String> paragraphs(Node node) {
    Blocks blocks = new Blocks();
    blocks.add(node, false, 0);
    blocks.end();
    return blocks.paragraphs;
  }

  /** Whether it says of itself to be a part of a page that is no running text. */
  static boolean isNoText(Node.Obj piece) {
    return NO_TEXT.contains(type(piece))
        || piece.values().entrySet().stream()
            .filter(entry -> KIND.matcher(Meaning.plain(entry.getKey())).matches())
            .anyMatch(entry -> NO_TEXT.contains(Meaning.plain(Values.one(entry.getValue()))));
  }

  private static String type(Node.Obj piece) {
    return piece.values().entrySet().stream()
        .filter(entry -> KIND.matcher(Meaning.plain(entry.getKey())).matches())
        .map(entry -> Meaning.plain(Values.one(entry.getValue())))
        .findFirst()
        .orElse("");
  }

  private boolean add(Node node, boolean isRun, int depth) {
    return switch (node) {
      case Node.Text text -> text(text.text(), isRun);
      case Node.Arr array -> {
        boolean says = false;
        for (Node value : array.values()) {
          says |= depth < DEEPEST && add(value, isRun, depth + 1);
        }
        yield says;
      }
      case Node.Obj piece -> !isNoText(piece) && piece(piece, isRun, depth);
      case Node.Other other -> text(other.text(), isRun);
      case Node.Null none -> false;
    };
  }

  private boolean text(String text, boolean isRun) {
    if (!isRun) {
      end();
    }
    line.append(text);
    if (!isRun) {
      end();
    }
    return Values.says(text);
  }

  private boolean piece(Node.Obj piece, boolean isRun, int depth) {
    String type = type(piece);
    if (type.endsWith("break")) {
      line.append('\n');
    }
    for (String holder : HOLDERS) {
      for (Map.Entry<String, Node> entry : piece.values().entrySet()) {
        if (holder.equals(Meaning.plain(entry.getKey()))) {
          boolean isLine = isRun || isLine(holder, type, entry.getValue());
          if (isLine && !isRun) {
            end();
          }
          boolean says =
              isText(entry) && depth < DEEPEST && add(entry.getValue(), isLine, depth + 1);
          if (isLine && !isRun) {
            end();
          }
          if (says) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Numbers and truth values stand for texts only as elements of a list of texts. */
  private static boolean isText(Map.Entry<String, Node> entry) {
    return !(entry.getValue() instanceof Node.Other);
  }

  /** Whether it is the runs of one line: pieces of text, alike but for how they are set. */
  private static boolean isLine(String holder, String type, Node value) {
    if (holder.equals("ops")) {
      return true;
    }
    return RUNS.contains(holder)
        && !WHOLES.contains(type)
        && value instanceof Node.Arr array
        && array.values().stream().anyMatch(Node.Obj.class::isInstance)
        && array.values().stream().allMatch(Blocks::isRun);
  }

  private static boolean isRun(Node node) {
    if (!(node instanceof Node.Obj piece)) {
      return node instanceof Node.Text;
    }
    String type = type(piece);
    return RUN_TYPES.contains(type)
        || (type.isEmpty()
            && piece.values().values().stream().noneMatch(value -> value instanceof Node.Arr));
  }

  private void end() {
    if (!Letters.squeeze(line).isEmpty()) {
      paragraphs.add(HtmlText.plain(line.toString()));
    }
    line.setLength(0);
  }
}
