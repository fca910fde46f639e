package news.cuttings.formats.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parts what a record lists of a story by what it says of each: persons, authors, and the topics
 * among whom they stand.
 */
final class Labels {
  private static final Set<String> KINDS =
      Set.of("type", "kind", "facet", "scheme", "category", "entitytype", "taxonomy", "name");

  /** {@code Quill, Mary}. */
  private static final Pattern INVERTED =
      Pattern.compile("(\\p{Lu}[^,()]{1,40}), (\\p{Lu}[^,()]{0,40})");

  private final List<String> topics = new ArrayList<>();
  private final List<String> people = new ArrayList<>();
  private boolean isTold;

  private Labels() {}

  static Labels in(Node node) {
    Labels labels = new Labels();
    List<Node> nodes = node instanceof Node.Arr array ? array.values() : List.of(node);
    for (Node each : nodes) {
      Meaning kind = each instanceof Node.Obj object ? kind(object) : null;
      labels.isTold |= kind != null;
      List<String> names = Values.several(new Node.Arr(List.of(each)));
      if (kind == Meaning.PEOPLE) {
        names.forEach(name -> labels.people.add(INVERTED.matcher(name).replaceFirst("$2 $1")));
      } else if (kind != Meaning.BYLINE) {
        labels.topics.addAll(names);
      }
    }
    return labels;
  }

  /** What none is said to be a person of, or an author. */
  List<String> topics() {
    return topics;
  }

  /** Who is said to be a person. */
  List<String> people() {
    return people;
  }

  /** Who is a person where all may be: those said to be where any is. */
  List<String> allPeople() {
    return isTold ? people : topics;
  }

  private static @Nullable Meaning kind(Node.Obj label) {
    boolean hasValue = label.values().keySet().stream().anyMatch(key -> key.equals("value"));
    for (Map.Entry<String, Node> entry : label.values().entrySet()) {
      String key = Meaning.plain(entry.getKey());
      if (KINDS.contains(key) && (hasValue || !key.equals("name"))) {
        String kind = Values.one(entry.getValue());
        Meaning.Ranked ranked = kind.equals("PER") ? null : Meaning.of(kind);
        boolean isPerson =
            kind.equals("PER") || (ranked != null && ranked.meaning() == Meaning.PEOPLE);
        if (isPerson) {
          return Meaning.PEOPLE;
        }
        if (ranked != null && ranked.meaning() == Meaning.BYLINE) {
          return Meaning.BYLINE;
        }
      }
    }
    return null;
  }
}
