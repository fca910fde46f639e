package news.cuttings.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.cuttings.story.Letters;
import news.cuttings.story.Person;

/**
 * Puts the names of one story together with the people that it came with. Stated people stay; of
 * recognised ones that it came with only the name is used, where their spellings are met again: so
 * a story that is filed anew keeps what its page once told.
 */
final class StoryNames {
  private final List<Named> stated = new ArrayList<>();
  private final Map<String, Named> byKey = new LinkedHashMap<>();
  private final Map<String, Optional<Named>> bySpelling = new HashMap<>();

  private StoryNames(List<Person> people) {
    for (Person person : people) {
      if (person.isStated()) {
        state(person);
      }
    }
    for (Person person : people) {
      if (!person.isStated()) {
        boolean alias = person.origin() == Person.From.ALIAS;
        Named named = alias ? Named.stated(person) : Named.found(Name.of(person.name()));
        person.spellings().forEach(spelling -> bind(spelling, named));
      }
    }
  }

  /** The people of a story with the names found in its text: stated ones first, in order. */
  static List<Named> of(List<Person> known, String text, List<Mention> mentions) {
    StoryNames names = new StoryNames(known);
    for (Mention mention : mentions) {
      String written = visible(text.substring(mention.start(), mention.end()));
      if (!written.isEmpty()) {
        names.meet(written, mention);
      }
    }
    return names.resolved();
  }

  private void state(Person person) {
    Named named = Named.stated(person);
    if (byKey.putIfAbsent(named.name().key(), named) == null) {
      stated.add(named);
      person.spellings().forEach(spelling -> bind(spelling, named));
    }
  }

  /** A spelling of two people is nobody's. */
  private void bind(String spelling, Named named) {
    bySpelling.merge(spelling, Optional.of(named), (a, b) -> a.equals(b) ? a : Optional.empty());
  }

  private void meet(String written, Mention mention) {
    Name name = Name.of(written);
    Named known = bySpelling.getOrDefault(written, Optional.empty()).orElse(null);
    if (known == null) {
      known = byKey.computeIfAbsent(name.key(), key -> Named.found(name));
    }
    known.meet(name, mention.start(), mention.confidence());
  }

  private List<Named> resolved() {
    Set<Named> all = new LinkedHashSet<>(byKey.values());
    bySpelling.values().forEach(bound -> bound.filter(Named::isMet).ifPresent(all::add));
    Map<Named, Named> wholes = Resolver.wholes(List.copyOf(all), Name.GIVEN);
    Set<Named> first = new LinkedHashSet<>();
    stated.forEach(named -> first.add(wholes.getOrDefault(named, named)));
    wholes.forEach(StoryNames::join);
    List<Named> rest = new ArrayList<>(new LinkedHashSet<>(wholes.values()));
    rest.removeIf(first::contains);
    rest.sort(Comparator.comparingInt(Named::first));
    List<Named> out = new ArrayList<>(first);
    out.addAll(rest);
    return out;
  }

  private static void join(Named part, Named whole) {
    if (whole != part) {
      whole.join(part);
    }
  }

  /** The text on one line, without characters that nobody sees. */
  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(out::appendCodePoint);
    return Letters.squeeze(out);
  }
}
