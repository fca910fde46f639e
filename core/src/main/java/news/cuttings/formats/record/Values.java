package news.cuttings.formats.record;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.formats.io.HtmlText;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Letters;
import news.cuttings.story.WrittenDate;

/** Takes text, names and dates out of a record's values, however they are wrapped. */
final class Values {
  /** In an object that stands for one value: the keys that may hold it, the surest first. */
  private static final List<String> INNER =
      List.of(
          "main",
          "basic",
          "byline",
          "by",
          "name",
          "title",
          "text",
          "value",
          "t",
          "cdata",
          "cdatasection",
          "rendered",
          "default",
          "original",
          "content",
          "body",
          "html",
          "label",
          "fullname",
          "displayname",
          "webtitle",
          "tag",
          "keyword",
          "term",
          "date",
          "numberlong",
          "oid",
          "href",
          "url",
          "");

  private static final Pattern ADDRESS = Pattern.compile("\\s*(?:https?:)?//\\S+\\s*");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?");
  private static final Set<String> NO_LANGUAGES =
      Set.of("id", "url", "uri", "key", "src", "alt", "rel", "ref", "cls");
  private static final Pattern BY = Pattern.compile("^\\s*by\\s+", Pattern.CASE_INSENSITIVE);

  private Values() {}

  /** One text; empty where there is none. */
  static String one(Node node) {
    return switch (node) {
      case Node.Text text -> text.text();
      case Node.Other other -> other.text();
      case Node.Null none -> "";
      case Node.Arr array ->
          array.values().stream().map(Values::one).filter(Values::says).findFirst().orElse("");
      case Node.Obj object -> {
        String inner = inner(object, INNER);
        yield says(inner) ? inner : inLanguages(object);
      }
    };
  }

  /** The address of the page itself among those that lead on from it. */
  static String address(Node node) {
    if (node instanceof Node.Arr array) {
      for (Node link : array.values()) {
        if (link instanceof Node.Obj object && inner(object, List.of("rel")).equals("alternate")) {
          return one(link);
        }
      }
    }
    return one(node);
  }

  /** Texts, one a value. */
  static List<String> several(Node node) {
    List<Node> nodes = node instanceof Node.Arr array ? array.values() : List.of(node);
    return nodes.stream().map(Values::name).map(HtmlText::plain).filter(Values::says).toList();
  }

  private static String name(Node node) {
    if (node instanceof Node.Obj object) {
      String first = inner(object, List.of("firstname", "givenname"));
      String last = inner(object, List.of("lastname", "familyname", "surname"));
      if (says(first) && says(last)) {
        return first + " " + last;
      }
      if (object.values().get("value") instanceof Node.Text value) {
        return value.text(); // beside it a name says what kind of value it is
      }
    }
    return one(node);
  }

  /** Who wrote it, without {@code By} and without addresses. */
  static List<String> authors(Node node) {
    return several(node).stream()
        .filter(author -> !isAddress(author))
        .map(author -> BY.matcher(author).replaceFirst(""))
        .toList();
  }

  /** A text of any length: paragraphs, sentences or parts of a page are put together. */
  static String prose(Node node, String key) {
    if (node instanceof Node.Obj object) {
      String blocks = String.join("\n\n", Blocks.paragraphs(object));
      return says(blocks) ? blocks : HtmlText.plain(one(object));
    }
    if (!(node instanceof Node.Arr array)) {
      return written(one(node));
    }
    if (Meaning.plain(key).equals("bodies") || Meaning.plain(key).equals("descriptions")) {
      return array.values().stream()
          .map(value -> HtmlText.plain(one(value)))
          .reduce("", (a, b) -> a.length() >= b.length() ? a : b); // one text in several forms
    }
    return String.join(
        Meaning.plain(key).equals("sentences") ? " " : "\n\n", Blocks.paragraphs(array));
  }

  /** A text; where it is the JSON of an editor's blocks, theirs. */
  private static String written(String text) {
    if (text.startsWith("{\"") && text.endsWith("}")) {
      try {
        return String.join("\n\n", Blocks.paragraphs(Nodes.read(text)));
      } catch (BadStoryException e) {
        return HtmlText.plain(text); // a text that happens to begin so
      }
    }
    return HtmlText.plain(text);
  }

  private static String inner(Node.Obj object, List<String> keys) {
    for (String key : keys) {
      for (Map.Entry<String, Node> entry : object.values().entrySet()) {
        if (plain(entry.getKey()).equals(key)) {
          Node value = entry.getValue();
          String text = value instanceof Node.Arr parts ? prose(parts, key) : one(value);
          if (says(text)) {
            return text;
          }
        }
      }
    }
    return "";
  }

  /** Of {@code {"eng":"A","deu":"B"}} the first. */
  private static String inLanguages(Node.Obj object) {
    return object.values().entrySet().stream()
        .filter(entry -> LANGUAGE.matcher(entry.getKey()).matches())
        .filter(entry -> !NO_LANGUAGES.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .filter(Node.Text.class::isInstance)
        .map(Values::one)
        .findFirst()
        .orElse("");
  }

  private static String plain(String key) {
    return Meaning.plain(key);
  }

  /** Whether a day or a moment can be read from it. */
  static boolean isDate(String text) {
    return WrittenDate.parse(text).isPresent()
        || WrittenDate.parse(text, WrittenDate.Order.DAY_FIRST).isPresent()
        || WrittenDate.parse(text, WrittenDate.Order.MONTH_FIRST).isPresent()
        || WrittenDate.stamp(text).isPresent();
  }

  /** Whether it is the address of a page and nothing else. */
  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /** Whether there is a word in it. */
  static boolean hasWords(String text) {
    return !isAddress(text) && text.codePoints().anyMatch(Character::isLetter);
  }

  /** Whether there are several words in it, or a writing without spaces. */
  static boolean isRunning(String text) {
    return hasWords(text)
        && (text.strip().indexOf(' ') > 0 || text.codePoints().anyMatch(Character::isIdeographic));
  }

  static boolean says(String text) {
    return !Letters.squeeze(text.toLowerCase(Locale.ROOT)).isEmpty();
  }
}
