package news.cuttings.formats.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.story.Person;
import org.jsoup.nodes.Element;

/** Takes names that a file marks as such. */
final class Tagged {
  private static final Pattern BY = Pattern.compile("^by:?\\s+", Pattern.CASE_INSENSITIVE);

  private Tagged() {}

  /** The persons that are marked in the text and its list of contents, not those who wrote it. */
  static List<Person> people(Element story) {
    Set<String> names = new LinkedHashSet<>();
    for (Element person : Xml.all(story, "person")) {
      boolean isAuthor = person.parents().stream().anyMatch(parent -> Xml.is(parent, "byline"));
      if (!isAuthor) {
        names.add(person.hasAttr("value") ? person.attr("value") : Xml.text(person));
      }
    }
    return people(names);
  }

  static List<Person> people(Set<String> names) {
    return names.stream()
        .filter(name -> !name.isBlank())
        .map(name -> new Person(name, List.of(), Person.From.TAGGED, 1))
        .toList();
  }

  /** Who wrote it: the persons marked in a byline, else the line without {@code By}. */
  static List<String> authors(List<Element> bylines) {
    List<String> authors = new ArrayList<>();
    for (Element byline : bylines) {
      List<Element> persons = Xml.all(byline, "person");
      if (persons.isEmpty()) {
        Xml.child(byline, "bytag").ifPresent(Element::remove);
        authors.add(BY.matcher(Xml.text(byline)).replaceFirst(""));
      }
      persons.forEach(person -> authors.add(Xml.text(person)));
    }
    return authors.stream().filter(author -> !author.isBlank()).distinct().toList();
  }
}
