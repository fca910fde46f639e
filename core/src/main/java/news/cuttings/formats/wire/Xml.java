package news.cuttings.formats.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.formats.io.ByteText;
import news.cuttings.formats.io.HtmlText;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Lines;
import news.cuttings.formats.io.Parts;
import news.cuttings.formats.io.Sample;
import news.cuttings.story.Letters;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * XML as it is found, well-formed or nearly. No document type is read, so that no entity of one is
 * expanded and nothing outside the text is ever opened.
 */
final class Xml {
  private static final Pattern ROOT =
      Pattern.compile(
          "^(?:\\s|<\\?.*?\\?>|<!--.*?-->|<!doctype(?:[^\\[>]|\\[.*?\\])*>)*<([\\w:.-]+)",
          Pattern.DOTALL);

  private Xml() {}

  /** The name of the outermost element without its prefix, in small letters; empty without one. */
  static String root(Sample sample) {
    String text =
        String.join("\n", sample.lines().subList(0, Math.min(200, sample.lines().size())));
    Matcher root = ROOT.matcher(text.toLowerCase(Locale.ROOT).strip());
    return root.find() ? local(root.group(1)) : "";
  }

  /** The document; empty where it is longer than any is. */
  static Optional<Document> read(InputStream in, Intake intake) throws IOException {
    Lines lines = new Lines(in, intake.decoder());
    StringBuilder text = new StringBuilder();
    while (lines.next()) {
      if (lines.isTooLong() || text.length() + lines.text().length() > ByteText.MAX) {
        intake.skipTooLong(1, text.substring(0, Math.min(1000, text.length())));
        return Optional.empty();
      }
      text.append(lines.text()).append('\n');
    }
    Parser parser = Parser.xmlParser().setTrackPosition(true);
    Document document = Jsoup.parse(text.toString(), "", parser);
    all(document, "script").forEach(Element::remove); // what it says is no text
    all(document, "style").forEach(Element::remove);
    return Optional.of(document);
  }

  /** The line at which an element begins. */
  static long line(Element element) {
    return Math.max(1, element.sourceRange().start().lineNumber());
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Whether it is called so, whatever its prefix and case; a name with a prefix means it. */
  static boolean is(Element element, String name) {
    String own = element.normalName().toLowerCase(Locale.ROOT);
    return own.equals(name) || (name.indexOf(':') < 0 && local(own).equals(name));
  }

  /** All elements of that name below. */
  static List<Element> all(Element within, String name) {
    return within.getAllElements().stream()
        .skip(1) // itself
        .filter(element -> is(element, name))
        .toList();
  }

  /** The first child of the first of these names that there is, with text or attributes. */
  static Optional<Element> child(Element of, String... names) {
    for (String name : names) {
      for (Element child : of.children()) {
        boolean isEmpty =
            Letters.squeeze(child.wholeText()).isEmpty() && child.attributes().isEmpty();
        if (!isEmpty && is(child, name)) {
          return Optional.of(child);
        }
      }
    }
    return Optional.empty();
  }

  /** The first element below of the first of these names that there is. */
  static Optional<Element> first(Element within, String... names) {
    for (String name : names) {
      List<Element> found = all(within, name);
      if (!found.isEmpty()) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  /** Says which element a field is from. */
  static Optional<Element> told(String field, Optional<Element> element, Parts parts) {
    element.ifPresent(found -> parts.add(field, found.tagName()));
    return element;
  }

  /** The text of an element in one line; what is escaped HTML in it is read as text. */
  static String text(Element element) {
    return Letters.squeeze(HtmlText.plain(element.wholeText()));
  }

  /** The text of an element, paragraphs parted; be it marked up itself or hold escaped HTML. */
  static String prose(Element element) {
    return element.children().isEmpty()
        ? HtmlText.plain(element.wholeText())
        : HtmlText.of(element);
  }
}
