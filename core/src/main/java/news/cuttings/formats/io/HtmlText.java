package news.cuttings.formats.io;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Text out of HTML such as feeds, mail and records hold: what a reader sees of it, no markup. */
public final class HtmlText {
  /** What is marked up: a tag that closes, or one that stands in running text. */
  private static final Pattern TAG =
      Pattern.compile(
          "</[a-z][a-z0-9]*\\s*>|<(?:p|br|hr|div|span|img|figure|article|section|h[1-6]|ul|ol|li"
              + "|blockquote|table|script|style|iframe|a|b|i|em|strong)(?:\\s[^<>]{0,500})?/?>|<!--",
          Pattern.CASE_INSENSITIVE);

  /** What parts paragraphs; where there is none in it, blank lines do. */
  private static final Pattern BREAK =
      Pattern.compile("<(?:p|br|div|section|article|li|td|pre)[\\s/>]", Pattern.CASE_INSENSITIVE);

  private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*");

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\\d{0,2});");

  /** What a page shows beside its text, or not at all. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "embed",
          "svg",
          "math",
          "canvas",
          "audio",
          "video",
          "figure",
          "figcaption",
          "form",
          "button",
          "select",
          "textarea",
          "nav",
          "head",
          "title",
          "media",
          "media-caption",
          "nitf-table");

  /** What breaks no line. */
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "bdi",
          "bdo",
          "big",
          "cite",
          "code",
          "data",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "img",
          "ins",
          "kbd",
          "label",
          "mark",
          "q",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "wbr",
          "person",
          "org",
          "location",
          "event",
          "chron",
          "num",
          "money",
          "copyrite",
          "classifier",
          "o:p");

  private HtmlText() {}

  /** Whether there is markup in it. */
  public static boolean isIn(String text) {
    return text.indexOf('<') >= 0 && TAG.matcher(text).find();
  }

  /** The text as it is read: without markup and entities where it has any, else as it is. */
  public static String plain(String text) {
    if (isIn(text)) {
      return of(text);
    }
    return text.indexOf('&') >= 0 && ENTITY.matcher(text).find()
        ? Parser.unescapeEntities(text, false)
        : text;
  }

  /** The text of a piece of HTML, its paragraphs parted by blank lines. */
  public static String of(String html) {
    boolean isParted = BLANK_LINE.matcher(html).find() && !BREAK.matcher(html).find();
    String parted = isParted ? BLANK_LINE.matcher(html).replaceAll("<p>") : html;
    return of(Jsoup.parseBodyFragment(parted).body());
  }

  /** The text of an element, its paragraphs parted by blank lines. */
  public static String of(Element element) {
    Writing writing = new Writing();
    element.traverse(writing);
    writing.end();
    return writing.out.toString();
  }

  /** Goes through the nodes and writes what is seen of them. */
  private static final class Writing implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private int hidden;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        if (hidden == 0) {
          paragraph.append(text.getWholeText().replace('\n', ' '));
        }
      } else if (node instanceof Element element) {
        hidden += isHidden(element) ? 1 : 0;
        if (!INLINE.contains(name(element))) {
          end();
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        hidden -= isHidden(element) ? 1 : 0;
        if (!INLINE.contains(name(element))) {
          end();
        }
      }
    }

    private static boolean isHidden(Element element) {
      return LEFT_OUT.contains(name(element)) || element.hasAttr("hidden");
    }

    private static String name(Element element) {
      return element.normalName().toLowerCase(Locale.ROOT);
    }

    private void end() {
      String text = Letters.squeeze(paragraph);
      paragraph.setLength(0);
      if (!text.isEmpty()) {
        out.append(out.isEmpty() ? "" : "\n\n").append(text);
      }
    }
  }
}
