package news.cuttings.formats.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.story.Story;

/** Which part of the input each field of a story is from, for those who ask how it was read. */
public final class Parts {
  private static final List<String> ORDER = List.of("id", "headline", "body", "people", "date");

  private final Map<String, String> parts = new LinkedHashMap<>();

  /** Parts of which none is known. */
  public Parts() {}

  /** Parts by field: field, part, field, part. */
  public static Parts of(String... fieldsAndParts) {
    Parts parts = new Parts();
    for (int i = 0; i < fieldsAndParts.length; i += 2) {
      parts.add(fieldsAndParts[i], fieldsAndParts[i + 1]);
    }
    return parts;
  }

  /** Says where a field is from, whether or not the story turns out to have it. */
  public Parts add(String field, String part) {
    parts.put(field, part);
    return this;
  }

  /** Says at which line a field stands, or begins. */
  public Parts add(String field, long line) {
    return add(field, "line " + line);
  }

  /** Of those fields that the story has, the parts they are from; what matters most comes first. */
  public Map<String, String> of(Story story) {
    Map<String, String> of = new LinkedHashMap<>();
    ORDER.stream().filter(parts::containsKey).forEach(field -> of.put(field, parts.get(field)));
    parts.forEach(of::putIfAbsent);
    of.keySet().removeIf(field -> !has(story, field));
    return of;
  }

  private static boolean has(Story story, String field) {
    return switch (field) {
      case "headline" -> story.headline().isPresent();
      case "body" -> !story.body().isEmpty();
      case "people" -> !story.people().isEmpty();
      case "date" -> story.date().isPresent();
      case "edition" -> story.edition().isPresent();
      case "source" -> story.source().isPresent();
      case "section" -> story.section().isPresent();
      case "byline" -> story.byline().isPresent();
      case "url" -> story.url().isPresent();
      case "topics" -> !story.topics().isEmpty();
      default -> true;
    };
  }
}
