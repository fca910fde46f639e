package news.cuttings.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * Names the people of stories: whom the source states, and whom a {@link Recogniser} finds. Safe
 * for use by many threads.
 *
 * <p>Stated people are kept as given; the forms of their names that the text has become their
 * spellings, and a code ({@code james-baker}) gives way to the name as the text has it. Recognised
 * people that a story comes with are found afresh in its text: filing what was exported changes
 * nothing, and one whom the text does not name is dropped.
 */
public final class People {
  /** How many stories of a page are held together at most. */
  public static final int MAX_PAGE = 500;

  private final @Nullable Recogniser recogniser;
  private final Predicate<Person> kept;
  private final Aliases aliases;

  private People(@Nullable Recogniser recogniser, Predicate<Person> kept, Aliases aliases) {
    this.recogniser = recogniser;
    this.kept = kept;
    this.aliases = aliases;
  }

  /** With the recogniser that comes with the library. Its lists are read with the first text. */
  public static People standard() {
    return with(text -> TrainedRecogniser.standard().mentions(text));
  }

  /** With that recogniser. */
  public static People with(Recogniser recogniser) {
    Objects.requireNonNull(recogniser, "recogniser");
    return new People(recogniser, person -> true, Aliases.none());
  }

  /** Only whom the source states; no text is read. */
  public static People given() {
    return new People(null, Person::isStated, Aliases.none());
  }

  /** Nobody, not even whom the source states. */
  public static People off() {
    return new People(null, person -> false, Aliases.none());
  }

  /**
   * Names people so, and then under the names that those rules give; in place of any given before.
   */
  public People aliases(Aliases rules) {
    Objects.requireNonNull(rules, "rules");
    return new People(recogniser, kept, rules);
  }

  /**
   * The stories of a page with their people: they resolve one another's names. Time is linear in
   * the text.
   *
   * @param page one story, or the stories of one page in order
   */
  public List<Story> name(List<Story> page) {
    Objects.requireNonNull(page, "page");
    Recogniser reader = recogniser;
    if (reader == null) {
      return page.stream()
          .map(story -> with(story, aliases.apply(story.people().stream().filter(kept).toList())))
          .toList();
    }
    List<List<Named>> names = new ArrayList<>();
    page.forEach(story -> names.add(read(story, reader)));
    if (page.size() > 1) {
      PageNames.complete(names);
    }
    List<Story> out = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      out.add(with(page.get(i), aliases.apply(names.get(i).stream().map(Named::person).toList())));
    }
    return List.copyOf(out);
  }

  /** Headline and body are one text: what one shows speaks for the other. */
  private List<Named> read(Story story, Recogniser reader) {
    String text = story.headline().map(h -> h + "\n" + story.body()).orElse(story.body());
    List<Person> known =
        story.people().stream().filter(person -> !aliases.isOutdated(person)).toList();
    return StoryNames.of(known, text, reader.mentions(text));
  }

  private static Story with(Story story, List<Person> people) {
    return people.equals(story.people()) ? story : story.toBuilder().people(people).build();
  }
}
