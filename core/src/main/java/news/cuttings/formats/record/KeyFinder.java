package news.cuttings.formats.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds which values of a record are a story's headline, body, date and so on: by the names of
 * keys, by how deep they stand, and by whether the value is such a thing at all.
 */
final class KeyFinder {
  private static final int DEEPEST = 4;
  private static final int A_LEVEL = 1000;
  private static final int LONGEST_LABEL = 150;
  private static final int LONGEST_HEADLINE = 1000;

  /** Keys whose objects are a record's own values, one level down. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "fields",
          "attributes",
          "data",
          "metadata",
          "meta",
          "properties",
          "article",
          "item",
          "story",
          "document",
          "doc",
          "record",
          "node",
          "news",
          "newsitem",
          "entry",
          "post",
          "payload",
          "content",
          "object",
          "embedded",
          "credits",
          "taxonomy",
          "result",
          "hit");

  /** Values that may be many things must at least be running text. */
  private static final Set<String> VAGUE =
      Set.of("story", "article", "document", "html", "artikel", "contents", "content");

  /** Where the key is not sure, either. */
  private static final String VAGUEST = "content";

  /** An address that names a thing and leads nowhere. */
  private static final Pattern NAME = Pattern.compile("(?:urn|tag):");

  /**
   * A value with a meaning.
   *
   * @param holder the object that it is in
   * @param key its key there
   * @param path its keys from the outermost on, with points between
   * @param cost the less, the surer
   */
  record Found(Meaning meaning, Node.Obj holder, String key, String path, Node value, int cost) {
    /** Whether it stands where, and is called as, our own records have it. */
    boolean isOurs() {
      return path.equals(meaning.key());
    }
  }

  private final List<Found> all = new ArrayList<>();

  private KeyFinder() {}

  /**
   * The best value for each meaning.
   *
   * @param theirs their keys, or paths of keys with points between, to ours
   */
  static Map<Meaning, Found> in(Node.Obj record, Map<String, String> theirs) {
    KeyFinder finder = new KeyFinder();
    theirs.forEach((path, ours) -> finder.name(record, path, Meaning.ours(ours)));
    finder.walk(record, "", 0);
    Map<Meaning, Found> best = new EnumMap<>(Meaning.class);
    finder.all.stream()
        .sorted(Comparator.comparingInt(Found::cost))
        .forEach(found -> best.putIfAbsent(found.meaning(), found));
    return best;
  }

  /** Whether a record is a story, or what a list of stories says of one. */
  static boolean isStory(Node.Obj record) {
    Map<Meaning, Found> found = in(record, Map.of());
    return found.containsKey(Meaning.BODY)
        || (found.containsKey(Meaning.HEADLINE)
            && (found.containsKey(Meaning.DATE)
                || (found.containsKey(Meaning.SUMMARY) && found.containsKey(Meaning.URL))));
  }

  /** Takes the caller's word for what a value means. */
  private void name(Node.Obj record, String path, @Nullable Meaning meaning) {
    Node.Obj holder = record;
    String rest = path;
    while (meaning != null) {
      Node whole = holder.values().get(rest);
      if (whole != null) {
        all.add(new Found(meaning, holder, rest, path, whole, -1));
        return;
      }
      int point = rest.indexOf('.');
      if (point < 0 || !(holder.values().get(rest.substring(0, point)) instanceof Node.Obj inner)) {
        return;
      }
      holder = inner;
      rest = rest.substring(point + 1);
    }
  }

  private void walk(Node.Obj object, String before, int depth) {
    object
        .values()
        .forEach((key, value) -> {
          String path = before + key;
          String plain = Meaning.plain(key);
          boolean isContainer = CONTAINERS.contains(plain) || key.equals("_source");
          if (isContainer && value instanceof Node.Obj inner && depth < DEEPEST) {
            walk(inner, path + ".", depth + 1);
          }
          Meaning.Ranked ranked = key.equals("_source") ? null : Meaning.of(key);
          if (ranked != null) {
            boolean ours = path.equals(ranked.meaning().key());
            int cost = ours ? 0 : depth * A_LEVEL + ranked.rank() + 1;
            Meaning meaning = taken(ranked.meaning(), plain, value);
            if (meaning != ranked.meaning()) {
              cost += A_LEVEL;
              ours = false;
            }
            if (ours ? isThere(value) : fits(meaning, ranked.isSure() ? plain : VAGUEST, value)) {
              int more = meaning == Meaning.DATE && !dates(value) ? DEEPEST * A_LEVEL : 0;
              all.add(new Found(meaning, object, key, path, value, cost + more));
            }
          }
        });
  }

  /** What a value says of itself that its key does not. */
  private static Meaning taken(Meaning meaning, String key, Node value) {
    if (meaning == Meaning.SOURCE && Values.isAddress(Values.one(value))) {
      return Meaning.URL;
    }
    if (meaning == Meaning.SECTION
        && value instanceof Node.Arr array
        && (array.values().size() > 1 || key.equals("category"))) {
      return Meaning.TOPICS;
    }
    return key.equals("uri") && NAME.matcher(Values.one(value)).lookingAt() ? Meaning.ID : meaning;
  }

  private static boolean isThere(Node value) {
    return !(value instanceof Node.Null);
  }

  private static boolean isAddress(String text) {
    return text.contains("/") || text.contains("www.");
  }

  private static boolean dates(Node value) {
    return Values.isDate(Values.one(value).strip());
  }

  /** Whether the value of a key that may mean it can be it. */
  private static boolean fits(Meaning meaning, String key, Node value) {
    String one = Values.one(value).strip();
    boolean isWords = !(value instanceof Node.Other) && Values.hasWords(one);
    return switch (meaning) {
      case ID -> !one.isEmpty() && !one.startsWith("#") && !(value instanceof Node.Arr);
      case HEADLINE -> isWords && one.length() <= LONGEST_HEADLINE;
      case BODY -> {
        String prose = Values.prose(value, key);
        yield !(value instanceof Node.Other)
            && (VAGUE.contains(key) ? Values.isRunning(prose) : Values.hasWords(prose));
      }
      case SUMMARY -> !(value instanceof Node.Other) && Values.isRunning(Values.prose(value, key));
      case DATE -> one.chars().anyMatch(Character::isDigit) && Values.isDate(one);
      case SOURCE, SECTION -> isWords && one.length() <= LONGEST_LABEL;
      case BYLINE -> !(value instanceof Node.Other) && !Values.authors(value).isEmpty();
      case STATUS -> isWords && one.length() <= LONGEST_LABEL;
      case EMBARGO -> Values.isDate(one);
      case URL -> isAddress(Values.address(value));
      case TOPICS -> Labels.in(value).topics().stream().anyMatch(Values::hasWords);
      case PEOPLE -> Labels.in(value).allPeople().stream().anyMatch(Values::hasWords);
    };
  }
}
