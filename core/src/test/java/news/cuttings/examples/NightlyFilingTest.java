package news.cuttings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.StoryIndex;
import news.cuttings.formats.Problem;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nightly filing: a folder is read, whatever its formats, and what is wrong in it is told. */
class NightlyFilingTest {
  @TempDir private Path folder;

  /** Files the stories of each file when it has been read to its end. */
  private static final class Filing implements Sink {
    private final StoryIndex index;
    private final List<Story> ofFile = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    Filing(StoryIndex index) {
      this.index = index;
    }

    @Override
    public void story(Story story) {
      ofFile.add(story);
    }

    @Override
    public void skipped(Problem problem, String record) {
      told.add(problem.toString()); // for tomorrow's mail to whoever keeps the folder
    }

    @Override
    public void done(Path file) {
      try {
        index.addAll(ofFile); // together: the stories of a page resolve one another's names
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ofFile.clear();
    }
  }

  @Test
  void filesWhatAFolderHolds() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(in.resolve("wire.jsonl"), "{\"body\":\"Herring are late.\"}\n{\"body\":\n");
    Files.writeString(in.resolve("note.txt"), "Herring back\n\nThe boats came home full today.\n");
    try (StoryIndex index = StoryIndex.open(folder.resolve("index"))) {
      Filing filing = new Filing(index);
      StoryFiles.byContent().read(in, filing);
      StoryIndex.Changes changes = index.commit(); // from now on it survives a crash
      assertThat(changes).isEqualTo(new StoryIndex.Changes(2, 0, 0));
      assertThat(filing.told).singleElement().asString().contains("wire.jsonl", "2");

      StoryFiles.byContent().read(in, filing); // the next night: nothing twice
      assertThat(index.commit()).isEqualTo(new StoryIndex.Changes(0, 2, 0));
      assertThat(index.search(StoryQuery.words("herring"))).hasSize(2);
    }
  }
}
