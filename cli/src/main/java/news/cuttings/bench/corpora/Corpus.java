package news.cuttings.bench.corpora;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;

/** Stories to measure with, the same in the same order each time they are asked for. */
public interface Corpus {
  /** What it is called in reports; no path. */
  String name();

  /** Gives every story. Streams: no more than one page is held. */
  void each(Consumer<Story> to) throws IOException;

  /** The stories in those files and folders, whatever their format. */
  static Corpus of(String name, List<Path> paths) {
    return of(name, paths, StoryFiles.byContent());
  }

  /** The stories in those files and folders, read in that way. */
  static Corpus of(String name, List<Path> paths, StoryFiles files) {
    return each(
        name,
        to -> {
          Sink sink = to::accept;
          for (Path path : paths) {
            files.read(path, sink);
          }
        });
  }

  /** Gives stories to whoever takes them. */
  interface Giving {
    /** Each in turn. */
    void to(Consumer<Story> taker) throws IOException;
  }

  /** The stories that are given so. */
  static Corpus each(String name, Giving giving) {
    return new Corpus() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void each(Consumer<Story> to) throws IOException {
        giving.to(to);
      }
    };
  }

  /** These stories without topics, which are what judgments are often made from. */
  default Corpus withoutTopics() {
    Corpus all = this;
    return each(
        name(), to -> all.each(story -> to.accept(story.toBuilder().topics(List.of()).build())));
  }
}
