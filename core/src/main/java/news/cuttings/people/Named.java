package news.cuttings.people;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.cuttings.story.Person;
import org.jspecify.annotations.Nullable;

/** Somebody in the making: a name, the forms of it that were met, and what the source states. */
final class Named {
  private Name name;
  private @Nullable Person stated;
  private double confidence;

  /** Each form met, with its first place in the text. */
  private final Map<String, Integer> forms = new LinkedHashMap<>();

  private Named(Name name, @Nullable Person stated) {
    this.name = name;
    this.stated = stated;
  }

  /** Somebody of that name, found in the text. */
  static Named found(Name name) {
    return new Named(name, null);
  }

  /** Somebody whose name is kept as it is. */
  static Named stated(Person person) {
    return new Named(Name.of(person.name()), person);
  }

  Name name() {
    return name;
  }

  boolean isStated() {
    return stated != null;
  }

  boolean isMet() {
    return !forms.isEmpty();
  }

  /** The place of the first form met. */
  int first() {
    int first = Integer.MAX_VALUE;
    for (int place : forms.values()) {
      first = Math.min(first, place);
    }
    return first;
  }

  /** Takes in a form met in the text. */
  void meet(Name form, int place, double sure) {
    boolean isPlain = !form.isLoud() && !form.isSurnameFirst();
    boolean isOdd = name.isCode() || name.isLoud() || name.isSurnameFirst();
    if (isOdd && isPlain && form.key().equals(name.key())) {
      name = form;
    }
    forms.merge(form.written(), place, Math::min);
    confidence = Math.max(confidence, sure);
  }

  /** Takes in somebody who is the same. */
  void join(Named same) {
    same.forms.forEach((form, place) -> forms.merge(form, place, Math::min));
    confidence = Math.max(confidence, same.confidence);
    if (stated == null) {
      stated = same.stated;
    }
  }

  /** Takes that name for its own. */
  void rename(Name fuller) {
    name = fuller;
  }

  /**
   * The person. A stated name stays as given, but a code gives way to the form that the text has.
   */
  Person person() {
    List<String> met =
        forms.entrySet().stream()
            .sorted(Comparator.comparingInt(Map.Entry::getValue))
            .map(Map.Entry::getKey)
            .toList();
    Person given = stated;
    if (given == null) {
      return new Person(
          name.shown(), met, Person.From.RECOGNISED, Math.round(confidence * 100) / 100.0);
    }
    Set<String> all = new LinkedHashSet<>(given.spellings());
    all.addAll(met);
    boolean isCode = Name.of(given.name()).isCode();
    return new Person(
        isCode ? name.shown() : given.name(), List.copyOf(all), given.origin(), given.confidence());
  }
}
