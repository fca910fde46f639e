package news.cuttings.formats.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.cuttings.story.Letters;
import org.jsoup.nodes.Element;

/** What the meta elements of a page say. */
final class Metas {
  private final Map<String, List<String>> contents = new LinkedHashMap<>();

  Metas(Element page) {
    for (Element meta : page.select("meta[content]")) {
      String content = Letters.squeeze(meta.attr("content"));
      if (content.isEmpty()) {
        continue;
      }
      for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
        String name = meta.attr(attribute).toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
          contents.computeIfAbsent(name, key -> new ArrayList<>()).add(content);
        }
      }
    }
  }

  List<String> all(String name) {
    return contents.getOrDefault(name, List.of());
  }

  /** The first of those names that is there, with where it stands. */
  Optional<Found> first(String... names) {
    return Stream.of(names)
        .flatMap(name -> all(name).stream().map(value -> new Found(value, "meta " + name)))
        .findFirst();
  }
}
