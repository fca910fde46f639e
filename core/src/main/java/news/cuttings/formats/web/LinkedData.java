package news.cuttings.formats.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** What a page says of itself in JSON-LD. Of broken JSON what stands before the break is taken. */
final class LinkedData {
  private static final int MOST_THINGS = 2_000;
  private static final int LONGEST = 1 << 22;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(60).build())
          .build();
  private static final Pattern COMMENT =
      Pattern.compile("^\\s*(?:<!--|//<!\\[CDATA\\[|<!\\[CDATA\\[)|(?:-->|//\\]\\]>|\\]\\]>)\\s*$");

  /** A thing with its properties: texts, things, or lists of both. */
  record Thing(Map<String, Object> values, boolean isListed) {

    boolean is(Pattern type) {
      return values("@type").anyMatch(name -> name instanceof String s && type.matcher(s).find());
    }

    private Stream<Object> values(String name) {
      Object value = values.get(name);
      return value instanceof List<?> list
          ? list.stream().map(each -> (Object) each)
          : Stream.ofNullable(value);
    }

    /** The texts of a property; of things in it their names. */
    List<String> texts(String property) {
      List<String> texts = new ArrayList<>();
      values(property)
          .forEach(value -> {
            String text = value instanceof Thing thing ? thing.name() : String.valueOf(value);
            if (!text.isBlank()) {
              texts.add(Parser.unescapeEntities(text, false).strip());
            }
          });
      return texts;
    }

    Optional<String> text(String property) {
      return texts(property).stream().findFirst();
    }

    List<Thing> things(String property) {
      return values(property)
          .filter(value -> value instanceof Thing)
          .map(value -> (Thing) value)
          .toList();
    }

    private String name() {
      for (String key : List.of("name", "@id", "url")) {
        if (values.get(key) instanceof String name) {
          return name;
        }
      }
      return "";
    }
  }

  private static final Pattern ARTICLE =
      Pattern.compile(
          "(?:Article|BlogPosting|^Report|^Review)$|^Liveblog", Pattern.CASE_INSENSITIVE);

  private static final Pattern PAGE = Pattern.compile("(?:WebPage|^VideoObject|^Recipe|^Event)$");

  private final List<Thing> things = new ArrayList<>();
  private final Map<String, Thing> byId = new LinkedHashMap<>();

  private LinkedData() {}

  static LinkedData of(Element page) {
    LinkedData data = new LinkedData();
    for (Element script : page.select("script[type~=(?i)ld\\+json]")) {
      String text = script.data();
      if (text.length() <= LONGEST) {
        data.read(COMMENT.matcher(text).replaceAll(""));
      }
    }
    return data;
  }

  /** What the page says of its story; empty where it speaks of none. */
  Optional<Thing> article(String headline) {
    List<Thing> articles = things.stream().filter(t -> t.is(ARTICLE)).toList();
    Optional<Thing> own = articles.stream().filter(t -> isCalled(t, headline)).findFirst();
    return own.or(() -> articles.stream().filter(t -> !t.isListed()).findFirst());
  }

  private static boolean isCalled(Thing thing, String headline) {
    return Stream.of("headline", "name")
        .flatMap(key -> thing.text(key).stream())
        .anyMatch(text -> text.equalsIgnoreCase(headline));
  }

  Optional<Thing> page() {
    return things.stream().filter(t -> t.is(PAGE) && !t.isListed()).findFirst();
  }

  Stream<Thing> all(String type) {
    return things.stream().filter(t -> t.texts("@type").stream().anyMatch(type::equalsIgnoreCase));
  }

  /** The thing itself, or the one of the page that has its id and says more. */
  Thing whole(Thing thing) {
    return thing.text("@id").map(id -> byId.getOrDefault(id, thing)).orElse(thing);
  }

  private void read(String json) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
      Deque<Object> open = new ArrayDeque<>();
      JsonToken token = in.nextToken();
      while (token != null && things.size() < MOST_THINGS) {
        switch (token) {
          case START_OBJECT -> {
            Thing thing = new Thing(new LinkedHashMap<>(), isListed(open, in.currentName()));
            put(open, in.currentName(), thing);
            things.add(thing);
            open.push(thing);
          }
          case START_ARRAY -> {
            List<Object> list = new ArrayList<>();
            put(open, in.currentName(), list);
            open.push(list);
          }
          case END_OBJECT, END_ARRAY -> close(open.poll());
          case PROPERTY_NAME, VALUE_NULL -> {}
          default -> put(open, in.currentName(), in.getString());
        }
        token = in.nextToken();
      }
    } catch (JacksonException e) {
      // What was read stands.
      things.forEach(this::close);
    }
  }

  /** Whether it stands in a list of others' stories, or of comments. */
  private static boolean isListed(Deque<Object> open, @Nullable String key) {
    Object top = open.stream().filter(each -> each instanceof Thing).findFirst().orElse(null);
    String name = key == null ? "" : key.toLowerCase(Locale.ROOT);
    return (top instanceof Thing thing && (thing.isListed() || thing.is(LIST)))
        || name.equals("comment")
        || name.equals("haspart")
        || name.equals("relatedlink")
        || name.equals("citation");
  }

  private static final Pattern LIST = Pattern.compile("ItemList$|ListItem|^Collection|^Comment");

  private static void put(Deque<Object> open, @Nullable String key, Object value) {
    Object outer = open.peek();
    if (outer instanceof Thing thing && key != null) {
      thing.values().putIfAbsent(key, value);
    } else if (outer instanceof List<?>) {
      @SuppressWarnings("unchecked")
      List<Object> list = (List<Object>) outer;
      list.add(value);
    }
  }

  private void close(@Nullable Object closed) {
    if (closed instanceof Thing thing && thing.values().get("@id") instanceof String id) {
      byId.merge(id, thing, (a, b) -> a.values().size() >= b.values().size() ? a : b);
    }
  }
}
