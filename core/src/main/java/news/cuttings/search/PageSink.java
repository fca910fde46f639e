package news.cuttings.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;

/** Takes the stories of a page together, or one that shares its page with no other. */
public interface PageSink {
  /** The order of a page. */
  Comparator<Story> IN_ORDER =
      Comparator.comparingLong(story -> story.origin().map(Origin::line).orElse(0L));

  /** A page, in its order. */
  void page(List<Story> page) throws IOException;
}
