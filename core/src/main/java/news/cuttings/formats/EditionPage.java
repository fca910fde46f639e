package news.cuttings.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import news.cuttings.story.Story;

/**
 * The text of an aggregator's edition page: a lead story, the line that says which edition it is
 * from, site furniture, and teasers for other stories.
 */
public final class EditionPage {
  private EditionPage() {}

  /**
   * The stories of the page, or pages, in that file, the lead first: each teaser is a story of its
   * own. Lines that are no part of a story are left out; {@link StoryFiles} tells which, and why.
   * Time is linear in the length of the file.
   *
   * @throws UnreadableInputException where nothing is at the path or it may not be opened
   */
  public static List<Story> read(Path page) throws IOException {
    Objects.requireNonNull(page, "page");
    List<Story> stories = new ArrayList<>();
    StoryFiles.byContent().format(Format.EDITION_PAGE).read(page, stories::add);
    return List.copyOf(stories);
  }
}
