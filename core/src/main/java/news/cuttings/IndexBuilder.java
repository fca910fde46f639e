package news.cuttings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import news.cuttings.people.People;
import news.cuttings.ranking.RankingOptions;
import org.jspecify.annotations.Nullable;

/**
 * How an index is to be opened. Immutable: each method gives a changed copy, and nothing is touched
 * before {@link #open}.
 */
public final class IndexBuilder {
  private final @Nullable Path folder;
  private final LocalIndex.Filing filing;
  private final LocalIndex.Mode mode;

  private IndexBuilder(@Nullable Path folder, LocalIndex.Filing filing, LocalIndex.Mode mode) {
    this.folder = folder;
    this.filing = filing;
    this.mode = mode;
  }

  private static IndexBuilder usual(@Nullable Path folder) {
    return new IndexBuilder(
        folder, new LocalIndex.Filing(People.standard(), null), LocalIndex.Mode.CREATE);
  }

  /** An index in that folder, made by the first write where there is none. */
  static IndexBuilder at(Path folder) {
    return usual(Objects.requireNonNull(folder, "folder"));
  }

  /**
   * An empty index in memory, gone when it is closed; who files and how is all that can be said.
   */
  public static IndexBuilder inMemory() {
    return usual(null);
  }

  /** Names people in that way. */
  public IndexBuilder people(People people) {
    return new IndexBuilder(folder, new LocalIndex.Filing(people, filing.options()), mode);
  }

  /** Weighs words by those options: an index made with others is refused. */
  public IndexBuilder ranking(RankingOptions options) {
    Objects.requireNonNull(options, "options");
    return new IndexBuilder(folder, new LocalIndex.Filing(filing.people(), options), mode);
  }

  /** To be made by the first write where there is none: as it is where nothing else is said. */
  public IndexBuilder creating() {
    return in(LocalIndex.Mode.CREATE);
  }

  /** Only where it is there. */
  public IndexBuilder existing() {
    return in(LocalIndex.Mode.EXISTING);
  }

  /**
   * Only where it is there, also where it is of another analysis or other options: {@link
   * Maintenance#rebuild} mends that, and nothing else should be asked of it before.
   */
  public IndexBuilder forRebuilding() {
    return in(LocalIndex.Mode.REBUILD);
  }

  /** For searching only: no lock, nothing is written, the medium may be one that cannot be. */
  public IndexBuilder readOnly() {
    return in(LocalIndex.Mode.READ_ONLY);
  }

  /**
   * For searching only, for a question or two: files are read instead of mapped into memory, which
   * opens sooner and answers slower. A thread that is interrupted while it reads closes them for
   * all.
   */
  public IndexBuilder briefly() {
    return in(LocalIndex.Mode.BRIEF);
  }

  private IndexBuilder in(LocalIndex.Mode other) {
    if (folder == null) {
      throw new IllegalStateException("an index in memory is always a new one");
    }
    return new IndexBuilder(folder, filing, other);
  }

  /**
   * Opens it. The lock is taken at the first write and kept until the index is closed.
   *
   * @throws NoIndexException where there is none, unless it is made by the first write
   * @throws IncompatibleIndexException where this release cannot read it, or it was made with other
   *     options
   * @throws IOException where the disk fails
   */
  public StoryIndex open() throws IOException {
    if (folder == null) {
      return LocalIndex.inMemory(filing);
    }
    IndexFolder where = new IndexFolder(folder);
    return new DamageTold(LocalIndex.open(where, filing, mode), where);
  }
}
