package news.cuttings.formats.record;

import java.util.List;
import java.util.Map;

/**
 * Takes the stories out of an object that is none itself: the answer of a service, a page of it.
 */
final class Wrapper {
  private static final int DEEPEST = 4;
  private static final int TRIED = 5;

  private Wrapper() {}

  /** The records in it, in their order; the object itself where it is one, or holds none. */
  static List<Node.Obj> records(Node.Obj object) {
    if (KeyFinder.in(object, Map.of()).containsKey(Meaning.BODY)) {
      return List.of(object);
    }
    List<Node.Obj> within = within(object, 0);
    return within.isEmpty() ? List.of(object) : within;
  }

  private static List<Node.Obj> within(Node.Obj object, int depth) {
    List<Node.Obj> most = List.of();
    for (Node value : object.values().values()) {
      List<Node.Obj> found =
          switch (value) {
            case Node.Arr array -> stories(array);
            case Node.Obj inner when depth < DEEPEST -> within(inner, depth + 1);
            default -> List.of();
          };
      most = found.size() > most.size() ? found : most;
    }
    return most;
  }

  private static List<Node.Obj> stories(Node.Arr array) {
    List<Node.Obj> objects =
        array.values().stream()
            .filter(Node.Obj.class::isInstance)
            .map(Node.Obj.class::cast)
            .toList();
    boolean isStories = objects.stream().limit(TRIED).anyMatch(KeyFinder::isStory);
    return isStories ? objects : List.of();
  }
}
