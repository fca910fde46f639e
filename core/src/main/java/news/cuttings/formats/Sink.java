package news.cuttings.formats;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import news.cuttings.story.Story;

/**
 * Takes what reading yields, in the order of the input. Called by one thread at a time, the one
 * that reads.
 */
public interface Sink {
  /**
   * A story. The stories of one page follow one another and have the same {@link
   * news.cuttings.story.Origin#pageKey()}.
   */
  void story(Story story);

  /**
   * A record that could not be read; those around it are kept.
   *
   * @param problem where and why
   * @param record the record's text as far as it was read, for those who want to mend it; may be
   *     cut
   */
  default void skipped(Problem problem, String record) {}

  /**
   * Something that was read otherwise than written: a fallback encoding, a date in no known form.
   */
  default void warning(Problem problem) {}

  /** How an input was read, where that had to be guessed: {@code headline from webTitle}. */
  default void note(Problem how) {}

  /** What a text was told to be, and by what, before any of it is read. */
  default void told(Told what) {}

  /**
   * The parts of the input that the fields of the story given last are from: {@code headline} from
   * {@code webTitle}, {@code body} from {@code line 4}.
   *
   * @param parts puts them together, which costs nothing where nobody asks for them; to be asked
   *     before this returns
   */
  default void parts(Story story, Supplier<Map<String, String>> parts) {}

  /** A file met in a folder or an archive that is in no known format. */
  default void passedOver(Problem problem) {}

  /** Lines of a page that are no part of a story, with the reason. */
  default void dropped(Problem problem, String line) {}

  /**
   * A file has been read to its end, or as far as it could be; its stories were given before, and
   * what was wrong.
   */
  default void done(Path file) {}

  /** A file that was not read, as the reader was told that it has not changed. */
  default void unchanged(Path file) {}
}
