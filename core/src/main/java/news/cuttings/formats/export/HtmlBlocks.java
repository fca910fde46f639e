package news.cuttings.formats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.formats.io.ByteText;
import news.cuttings.formats.io.Bytes;
import news.cuttings.formats.io.Decoder;
import news.cuttings.formats.io.Intake;
import news.cuttings.story.Letters;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The paragraphs of a page in HTML. It is read in pieces that end before a block, so that a page of
 * any length takes little memory; each begins with what is open where the one before it ends.
 */
final class HtmlBlocks implements Blocks {
  private static final int PIECE = 1 << 16;
  private static final int LONGEST = 1 << 23;

  private static final int CASES = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final Pattern BLOCK =
      Pattern.compile("<(?:div|p|article|h[1-6]|hr|center|section)\\b.*", CASES);
  private static final Pattern HIDDEN = Pattern.compile("<(?:script|style)\\b.*", CASES);
  private static final Pattern SHOWN = Pattern.compile("</(?:script|style)\\b.*", CASES);

  /** A line of signs, which parts documents. */
  static final String RULE = "____________________";

  private static final Set<String> IN_LINE =
      Set.of(
          ("a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q"
                  + " s samp small span strike strong sub sup time tt u var wbr")
              .split(" "));

  private static final Set<String> LEFT_OUT =
      Set.of(
          ("script style head title noscript iframe object svg button select textarea" + " input")
              .split(" "));

  /** Elements with what a page says besides. */
  private static final Set<String> BESIDE = Set.of("aside", "footer");

  private final Bytes in;
  private final Decoder decoder;
  private final Set<String> own;
  private final ByteText tag = new ByteText();
  private final OpenTags open = new OpenTags();
  private final Deque<Block> ready = new ArrayDeque<>();
  private String ahead = "";
  private long line = 1;
  private boolean ended;
  private boolean isHidden;
  private boolean isStart = true;

  /**
   * The paragraphs of a stream.
   *
   * @param own classes of elements in a line that are paragraphs of their own
   */
  HtmlBlocks(InputStream in, Intake intake, Set<String> own) {
    this.in = new Bytes(in);
    this.decoder = intake.decoder();
    this.own = own;
  }

  @Override
  public @Nullable Block next() throws IOException {
    while (ready.isEmpty() && !ended) {
      piece();
    }
    return ready.poll();
  }

  private void piece() throws IOException {
    StringBuilder html = new StringBuilder(open.html());
    int most = html.length() + PIECE;
    html.append(ahead);
    long begun = line;
    open.take(ahead);
    ahead = "";
    while (true) {
      line = in.line();
      String next = tag();
      if (next.isEmpty()) {
        ended = true;
        break;
      }
      isHidden = !SHOWN.matcher(next).matches() && (isHidden || HIDDEN.matcher(next).matches());
      boolean isLong = html.length() > most && !isHidden && BLOCK.matcher(next).matches();
      if (isLong || html.length() + next.length() > LONGEST) {
        ahead = next;
        break;
      }
      html.append(next);
      if (!isHidden) {
        open.take(next);
      }
    }
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    Jsoup.parse(html.toString(), "", parser).traverse(new Writing(begun));
  }

  /** A tag and the text up to the next one; empty at the end. */
  private String tag() throws IOException {
    tag.clear();
    int b = in.read();
    if (b < 0) {
      return "";
    }
    if (!isStart || b == '<') {
      tag.add('<');
      b = isStart ? in.read() : b;
    }
    isStart = false;
    while (b >= 0 && b != '<') {
      tag.add(b);
      b = in.read();
    }
    String text = tag.decode(decoder, line);
    if (tag.isTooLong()) {
      ready.add(Block.tooLong(text, line));
    }
    return tag.isTooLong() ? " " : text;
  }

  /** Goes through the nodes and writes what is seen of them. */
  private final class Writing implements NodeVisitor {
    private final long begun;
    private final StringBuilder text = new StringBuilder();
    private String hint = "";
    private long at;
    private int hidden;

    Writing(long begun) {
      this.begun = begun;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        write(words);
      } else if (node instanceof Element element) {
        hidden += LEFT_OUT.contains(element.normalName()) ? 1 : 0;
        if (isBlock(element)) {
          end();
        } else if (element.normalName().equals("br")) {
          lineEnd();
        }
        if (element.normalName().equals("hr")) {
          ready.add(new Block(RULE, begun, ""));
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        hidden -= LEFT_OUT.contains(element.normalName()) ? 1 : 0;
        if (isBlock(element) || element.normalName().equals("html")) {
          end();
        }
      }
    }

    private boolean isBlock(Element element) {
      String name = element.normalName();
      return !name.equals("br")
          && (!IN_LINE.contains(name) || element.classNames().stream().anyMatch(own::contains));
    }

    private void write(TextNode words) {
      if (hidden > 0 || words.isBlank()) {
        text.append(hidden > 0 || text.isEmpty() ? "" : " ");
        return;
      }
      if (text.isEmpty()) {
        at = begun + Math.max(1, words.sourceRange().start().lineNumber()) - 1;
        hint = hint(words.parent());
      }
      text.append(words.getWholeText().replace('\n', ' ').replace('\u00A0', ' '));
    }

    /** A second line end in a row ends the paragraph. */
    private void lineEnd() {
      int last = text.length() - 1;
      while (last >= 0 && text.charAt(last) == ' ') {
        last--;
      }
      if (last >= 0 && text.charAt(last) == '\n') {
        end();
      } else if (!text.isEmpty()) {
        text.append('\n');
      }
    }

    /** What the nearest block that has a name is called, and what it stands beside the text in. */
    private String hint(@Nullable Node node) {
      String name = "";
      for (Node named = node; named instanceof Element element; named = named.parent()) {
        if (name.isEmpty() && isBlock(element)) {
          name = (element.id() + " " + element.className()).strip().toLowerCase(Locale.ROOT);
        }
        if (BESIDE.contains(element.normalName())) {
          return (element.normalName() + " " + name).strip();
        }
      }
      return name;
    }

    private void end() {
      StringBuilder clean = new StringBuilder();
      text.toString()
          .lines()
          .map(Letters::squeeze)
          .filter(line -> !line.isEmpty())
          .forEach(line -> clean.append(clean.isEmpty() ? "" : "\n").append(line));
      text.setLength(0);
      if (!clean.isEmpty() && !clean.toString().equals("-->")) {
        ready.add(new Block(clean.toString(), at, hint));
      }
    }
  }
}
