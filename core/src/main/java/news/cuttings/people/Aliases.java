package news.cuttings.people;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import news.cuttings.story.Letters;
import news.cuttings.story.Person;
import news.cuttings.story.SmallFile;
import org.jspecify.annotations.Nullable;

/**
 * The user's own word on names: who is the same person, what somebody is to be called, and what is
 * nobody. Immutable; safe for use by many threads.
 *
 * <p>As a file: UTF-8, a rule a line; empty lines and lines that begin with {@code #} are passed
 * over.
 *
 * <pre>
 * Muhammad Ali = Cassius Clay; Cassius Marcellus Clay
 * Pelé = Edson Arantes do Nascimento
 * nobody = Aston Villa; Hurricane Ernesto
 * </pre>
 *
 * <p>People called as on the right of a rule are filed under the name on its left, and put together
 * where a story has several of them. What is on the right of {@code nobody} is dropped, even where
 * the source states it. Accents, apostrophes and case do not matter on the right. The rules apply
 * to full names, after a story's short forms have gone to their fullest: {@code Clay} too is filed
 * under Muhammad Ali where the story names Cassius Clay.
 */
public final class Aliases {
  private static final Aliases NONE = new Aliases(Map.of());
  private static final String NOBODY = "nobody";
  private static final String KIND = "a file of aliases";
  private static final int MOST_BYTES = 64 << 20;

  /** By key of a form the name to file it under; empty for nobody. */
  private final Map<String, Optional<String>> names;

  private Aliases(Map<String, Optional<String>> names) {
    this.names = Map.copyOf(names);
  }

  static Aliases none() {
    return NONE;
  }

  /**
   * Reads a file of rules.
   *
   * @throws BadAliasException for a line that is no rule, or that contradicts another; the message
   *     names file and line
   * @throws IOException if the file cannot be read, is longer than 64 MB or not in UTF-8
   */
  public static Aliases read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return parse(SmallFile.text(file, KIND, MOST_BYTES), file.toString());
  }

  /**
   * Reads rules.
   *
   * @param source what the text is called in messages
   * @throws BadAliasException as {@link #read} does
   */
  public static Aliases parse(String text, String source) throws BadAliasException {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(source, "source");
    Parser parser = new Parser(source);
    for (String line : text.lines().toList()) {
      parser.line(line);
    }
    return parser.aliases();
  }

  /** Whether both file everybody alike. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Aliases aliases && names.equals(aliases.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  /** The people under the names that the rules give them, each once. */
  List<Person> apply(List<Person> people) {
    if (names.isEmpty()) {
      return people;
    }
    Map<String, Person> filed = new LinkedHashMap<>();
    for (Person person : people) {
      Optional<String> name = names.get(person.key());
      if (name == null) {
        filed.merge(person.key(), person, Aliases::both);
      } else if (name.isPresent()) {
        Person renamed = renamed(person, name.get());
        filed.merge(renamed.key(), renamed, Aliases::both);
      }
    }
    return List.copyOf(filed.values());
  }

  /**
   * Whether that person was filed under an alias by rules that are not these: their forms are to be
   * met anew. Where there are no rules at all, what others once told is kept.
   */
  boolean isOutdated(Person person) {
    return !names.isEmpty()
        && person.origin() == Person.From.ALIAS
        && !names.getOrDefault(person.key(), Optional.empty()).equals(Optional.of(person.name()));
  }

  /** Under that name; whom the source states stays stated, with the name it gave as a spelling. */
  private static Person renamed(Person person, String name) {
    if (person.name().equals(name)) {
      return person;
    }
    List<String> spellings = new ArrayList<>(person.spellings());
    if (person.isStated()) {
      spellings.add(person.name());
    }
    Person.From origin = person.isStated() ? person.origin() : Person.From.ALIAS;
    return new Person(name, spellings, origin, person.confidence());
  }

  private static Person both(Person a, Person b) {
    Set<String> spellings = new LinkedHashSet<>(a.spellings());
    spellings.addAll(b.spellings());
    Person from = b.isStated() && !a.isStated() ? b : a;
    Person.From origin = from.isStated() ? from.origin() : Person.From.ALIAS;
    return new Person(
        from.name(), List.copyOf(spellings), origin, Math.max(a.confidence(), b.confidence()));
  }

  private static final class Parser {
    private final String source;
    private final Map<String, Optional<String>> names = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private int number;

    Parser(String source) {
      this.source = source;
    }

    void line(String text) throws BadAliasException {
      number++;
      String line = Letters.squeeze(number == 1 ? withoutMark(text) : text);
      if (line.isEmpty() || line.startsWith("#")) {
        return;
      }
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw bad("there is no '=': write NAME = FORM; FORM, or nobody = FORM");
      }
      String left = Letters.squeeze(line.substring(0, equals));
      Optional<String> name = left.equals(NOBODY) ? Optional.empty() : Optional.of(left);
      if (Letters.key(left).isEmpty()) {
        throw bad("there is no name before the '='");
      }
      if (name.isPresent()) {
        bind(left, name);
      }
      for (String form : forms(line.substring(equals + 1))) {
        bind(form, name);
      }
    }

    private List<String> forms(String right) throws BadAliasException {
      List<String> forms = new ArrayList<>();
      int from = 0;
      for (int i = 0; i <= right.length(); i++) {
        if (i == right.length() || right.charAt(i) == ';') {
          forms.add(Letters.squeeze(right.substring(from, i)));
          from = i + 1;
        }
      }
      for (String form : forms) {
        if (Letters.key(form).isEmpty()) {
          throw bad("a name is missing after the '=' or beside a ';'");
        }
      }
      return forms;
    }

    private void bind(String form, Optional<String> name) throws BadAliasException {
      String key = Letters.nameKey(form);
      Optional<String> other = names.putIfAbsent(key, name);
      Integer line = lines.putIfAbsent(key, number);
      if (other != null && !other.equals(name)) {
        throw bad(
            "'"
                + form
                + "' is "
                + name.orElse(NOBODY)
                + " here and "
                + other.orElse(NOBODY)
                + " in line "
                + line);
      }
    }

    private BadAliasException bad(String reason) {
      return new BadAliasException(source + ", line " + number + ": " + reason);
    }

    Aliases aliases() {
      return new Aliases(names);
    }

    private static String withoutMark(String text) {
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
  }
}
