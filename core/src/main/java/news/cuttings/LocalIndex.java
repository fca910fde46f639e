package news.cuttings;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import news.cuttings.index.StoryWriter;
import news.cuttings.people.PageGrouper;
import news.cuttings.people.People;
import news.cuttings.query.Librarian;
import news.cuttings.query.Like;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Period;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** An index on this machine's disk or in its memory. */
final class LocalIndex implements StoryIndex {
  private final @Nullable IndexFolder folder;
  private final People people;
  private final boolean readOnly;
  private final Readers readers = new Readers();
  private final Librarian librarian = new Librarian();
  private final Object writing = new Object();
  private @Nullable Directory directory;
  private volatile @Nullable StoryWriter writer;
  private boolean closed;

  /** What opening may do. */
  enum Mode {
    CREATE,
    EXISTING,
    REBUILD,
    READ_ONLY
  }

  private LocalIndex(@Nullable IndexFolder folder, People people, boolean readOnly) {
    this.folder = folder;
    this.people = people;
    this.readOnly = readOnly;
  }

  static LocalIndex open(IndexFolder folder, People people, Mode mode) throws IOException {
    LocalIndex index = new LocalIndex(folder, people, mode == Mode.READ_ONLY);
    if (mode != Mode.CREATE || folder.hasIndex()) {
      index.read(folder, mode == Mode.REBUILD);
    }
    return index;
  }

  static LocalIndex inMemory(People people) {
    LocalIndex index = new LocalIndex(null, people, false);
    index.directory = new ByteBuffersDirectory();
    return index;
  }

  private void read(IndexFolder from, boolean olderAnalysis) throws IOException {
    Directory opened = from.openForReading();
    try {
      readers.read(from.read(opened, olderAnalysis));
      directory = opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public void addAll(Iterable<Story> stories) throws IOException {
    StoryWriter to = writer();
    PageGrouper pages =
        new PageGrouper(page -> {
          try {
            to.add(page);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    try {
      stories.forEach(pages);
      pages.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void delete(String id) throws IOException {
    writer().delete(id);
  }

  @Override
  public long delete(StoryQuery query) throws IOException {
    List<String> ids = readers.search(searcher -> librarian.ids(searcher, query));
    for (String id : ids) {
      delete(id);
    }
    return ids.size();
  }

  @Override
  public void purge() throws IOException {
    StoryWriter to = writer();
    readers.forgetViews(); // they hold the files open
    to.purge();
  }

  @Override
  public void optimize(int segments) throws IOException {
    if (segments < 1) {
      throw new IllegalArgumentException("segments must be >= 1, got " + segments);
    }
    writer().optimize(segments);
  }

  @Override
  public void rebuild() throws IOException {
    StoryWriter to = writer();
    readers.search(searcher -> {
      librarian.pages(searcher, to::refile);
      return true;
    });
    to.learn(true);
  }

  @Override
  public void learn() throws IOException {
    writer().learn(false);
  }

  @Override
  public Changes commit() throws IOException {
    StoryWriter.Written written = writer().commit();
    return new Changes(written.added(), written.replaced(), written.deleted());
  }

  @Override
  public void refresh() throws IOException {
    StoryWriter current = writer;
    if (current != null) {
      current.refresh();
      return;
    }
    synchronized (writing) {
      IndexFolder from = folder;
      if (!closed && writer == null && from != null && readers.isEmpty() && from.hasIndex()) {
        read(from, false);
      }
    }
    readers.refresh();
  }

  private StoryWriter writer() throws IOException {
    StoryWriter current = writer;
    return current != null ? current : startWriting();
  }

  private StoryWriter startWriting() throws IOException {
    synchronized (writing) {
      if (closed) {
        throw new IllegalStateException("the index is closed");
      }
      if (readOnly) {
        throw new IllegalStateException("the index was opened for reading only");
      }
      StoryWriter current = writer;
      if (current == null) {
        current = folder == null ? startIn(directory) : startIn(folder);
        readers.use(current.searchers());
        writer = current;
      }
      return current;
    }
  }

  private StoryWriter startIn(@Nullable Directory memory) throws IOException {
    if (memory == null) {
      throw new IllegalStateException("the index is closed");
    }
    return StoryWriter.open(memory, people, StoryWriter.Holder.SILENT);
  }

  private StoryWriter startIn(IndexFolder to) throws IOException {
    Directory created = to.create();
    try {
      StoryWriter started = StoryWriter.open(created, people, to);
      Directory before = directory;
      directory = created;
      if (before != null) {
        before.close();
      }
      return started;
    } catch (LockObtainFailedException e) {
      created.close();
      throw to.locked(e);
    } catch (IOException | RuntimeException e) {
      created.close();
      throw e;
    }
  }

  @Override
  public Results search(StoryQuery query) throws IOException {
    Readers.Work<Results> work =
        searcher -> {
          Results results = librarian.search(searcher, query);
          if (!results.isEmpty()) { // each hit gives a cursor
            readers.keep(searcher);
          }
          return results;
        };
    OptionalLong view = Librarian.view(query);
    return view.isEmpty()
        ? readers.search(work)
        : readers.search(view.getAsLong(), directory, work);
  }

  @Override
  public Results moreLike(Like like) throws IOException {
    return readers.search(searcher -> librarian.moreLike(searcher, like));
  }

  @Override
  public List<NamedPerson> people(StoryQuery query, int limit) throws IOException {
    return readers.search(searcher -> librarian.people(searcher, query, limit));
  }

  @Override
  public List<Period> timeline(StoryQuery query, Period.By by) throws IOException {
    return readers.search(searcher -> librarian.timeline(searcher, query, by));
  }

  @Override
  public Optional<Story> story(String id) throws IOException {
    return readers.search(searcher -> librarian.story(searcher, id));
  }

  @Override
  public List<String> idsWithPrefix(String prefix, int limit) throws IOException {
    return readers.search(searcher -> librarian.idsWithPrefix(searcher, prefix, limit));
  }

  @Override
  public List<Story> samePage(String id) throws IOException {
    return readers.search(searcher -> librarian.samePage(searcher, id));
  }

  @Override
  public void export(Consumer<Story> to) throws IOException {
    readers.search(searcher -> {
      librarian.export(searcher, to);
      return true;
    });
  }

  @Override
  public IndexStats stats() throws IOException {
    return readers.search(Statistics::of);
  }

  @Override
  public void close() throws IOException {
    synchronized (writing) {
      if (closed) {
        return;
      }
      closed = true;
      List<Closeable> parts = new ArrayList<>();
      StoryWriter current = writer;
      if (current != null) {
        parts.add(current); // first: its commit refreshes the readers
      }
      parts.add(readers);
      Directory of = directory;
      if (of != null) {
        parts.add(of);
      }
      closeAll(parts);
    }
  }

  private static void closeAll(List<Closeable> parts) throws IOException {
    IOException failure = null;
    for (Closeable part : parts) {
      try {
        part.close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
