package news.cuttings.formats.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the stories out of an object that is none itself: the answer of a service, a page of it, a
 * table written as one object.
 */
final class Wrapper {
  private static final int DEEPEST = 4;
  private static final int TRIED = 5;

  /** What has a name of its own that is its stories' source. */
  private static final Set<String> FEEDS = Set.of("feed", "channel");

  private static final Set<String> OF_A_FEED = Set.of("feedurl", "homepageurl");

  private Wrapper() {}

  /** The records in it, in their order; the object itself where it is one, or holds none. */
  static List<Node.Obj> records(Node.Obj object) {
    List<Node.Obj> rows = Frames.rows(object);
    if (!rows.isEmpty()) {
      return rows;
    }
    Map<Meaning, KeyFinder.Found> found = KeyFinder.in(object, Map.of());
    if (found.containsKey(Meaning.BODY)) {
      return List.of(object);
    }
    List<Node.Obj> within = within(object, 0);
    if (within.isEmpty()) {
      return List.of(object);
    }
    if (found.containsKey(Meaning.HEADLINE) && arePieces(within)) {
      object.values().put(Meaning.BODY.key(), new Node.Arr(List.copyOf(within)));
      return List.of(object);
    }
    source(object, 0)
        .ifPresent(source ->
            within.forEach(record -> record.values().putIfAbsent(Meaning.SOURCE.key(), source)));
    return within;
  }

  /** Whether they are pieces of one story: a story of a list has a headline, a date, an address. */
  private static boolean arePieces(List<Node.Obj> records) {
    return records.stream()
        .map(record -> KeyFinder.in(record, Map.of()))
        .noneMatch(found ->
            found.containsKey(Meaning.HEADLINE)
                || found.containsKey(Meaning.DATE)
                || found.containsKey(Meaning.URL));
  }

  /** What the feed is called that the object is, or that is in it, or beside its stories. */
  private static Optional<Node> source(Node.Obj object, int depth) {
    for (Map.Entry<String, Node> entry : object.values().entrySet()) {
      String key = Meaning.plain(entry.getKey());
      Optional<Node> title = Optional.empty();
      if (OF_A_FEED.contains(key)) {
        title = title(object);
      } else if (entry.getValue() instanceof Node.Obj inner) {
        title = FEEDS.contains(key) ? title(inner) : depth < 2 ? source(inner, depth + 1) : title;
      }
      if (title.isPresent()) {
        return title;
      }
    }
    return Optional.empty();
  }

  private static Optional<Node> title(Node.Obj feed) {
    return Optional.ofNullable(KeyFinder.in(feed, Map.of()).get(Meaning.HEADLINE))
        .map(title -> new Node.Text(Values.one(title.value())));
  }

  private static List<Node.Obj> within(Node.Obj object, int depth) {
    List<Node.Obj> most = List.of();
    for (Node value : object.values().values()) {
      List<Node.Obj> found = within(value, depth);
      most = found.size() > most.size() ? found : most;
    }
    return most;
  }

  private static List<Node.Obj> within(Node value, int depth) {
    return switch (value) {
      case Node.Arr array -> {
        List<Node.Obj> objects =
            array.values().stream()
                .filter(Node.Obj.class::isInstance)
                .map(Node.Obj.class::cast)
                .toList();
        boolean isStories = objects.stream().limit(TRIED).anyMatch(KeyFinder::isStory);
        yield isStories
            ? objects
            : depth >= DEEPEST
                ? List.of()
                : objects.stream().flatMap(inner -> within(inner, depth + 1).stream()).toList();
      }
      case Node.Obj inner when depth < DEEPEST -> within(inner, depth + 1);
      default -> List.of();
    };
  }
}
