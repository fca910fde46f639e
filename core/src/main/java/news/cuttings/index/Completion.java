package news.cuttings.index;

import java.util.ArrayList;
import java.util.List;
import news.cuttings.story.Person;
import news.cuttings.story.Story;

/** A copy of a story that does not speak of its date or of stated people keeps those known. */
public final class Completion {
  private Completion() {}

  /** Whether an older copy may have something that this one lacks. */
  public static boolean mayLack(Story story) {
    return lacksDate(story) || lacksPeople(story);
  }

  /** The story with the date and the stated people that the older copy has and it lacks. */
  public static Story of(Story story, Story old) {
    boolean takesDate = lacksDate(story) && old.date().isPresent();
    boolean takesPeople = lacksPeople(story) && old.people().stream().anyMatch(Person::isStated);
    if (!takesDate && !takesPeople) {
      return story;
    }
    Story.Builder complete = story.toBuilder();
    if (takesDate) {
      complete.date(old.date().orElse(null));
      complete.published(story.published().or(old::published).orElse(null));
      complete.edition(story.edition().or(old::edition).orElse(null));
    }
    if (takesPeople) {
      complete.people(withStated(old.people(), story.people()));
    }
    return complete.build();
  }

  private static boolean lacksDate(Story story) {
    return !story.saysDate();
  }

  private static boolean lacksPeople(Story story) {
    return !story.saysPeople();
  }

  private static List<Person> withStated(List<Person> old, List<Person> people) {
    List<Person> stated = old.stream().filter(Person::isStated).toList();
    List<String> keys = stated.stream().map(Person::key).toList();
    List<Person> all = new ArrayList<>(stated);
    people.stream().filter(person -> !keys.contains(person.key())).forEach(all::add);
    return all;
  }
}
