package news.cuttings.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import news.cuttings.Corpora;
import news.cuttings.formats.io.Head;
import news.cuttings.formats.io.Sample;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no news is not taken for it where nobody named it, whatever it is called. */
class FalseClaimsTest {
  private int files;

  /** What of the files below would be read in a folder: its place and why. */
  private List<String> claimed(Path root, int every) throws IOException {
    List<String> claimed = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).filter(Files::isReadable).toList()) {
        if (file.toString().endsWith(".zip")) {
          entries(file, every, claimed);
        } else if (files++ % every == 0) {
          try (InputStream in = Files.newInputStream(file);
              InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            look(file.toString(), text, claimed);
          }
        }
      }
    }
    assertThat(files).isGreaterThan(0);
    return claimed;
  }

  private void entries(Path file, int every, List<String> claimed) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream()
          .filter(entry -> files++ % every == 0)
          .forEach(entry -> {
            try (InputStream in = zip.getInputStream(entry)) {
              look(file + "!" + entry.getName(), in, claimed);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static void look(String name, InputStream in, List<String> claimed) throws IOException {
    Detector.guesses(Sample.of(Head.of(in))).stream()
        .limit(1)
        .filter(guess -> guess.score() >= 60)
        .filter(
            guess -> guess.format() != Format.WEB_PAGE) // whether it holds a story, reading tells
        .forEach(guess -> claimed.add(name + " is " + guess.format() + " by " + guess.why()));
  }

  @Test
  void noSourceOfOursIsNews() throws IOException {
    assertThat(claimed(Corpora.testdata("..").resolve("core/src"), 1)).isEmpty();
    assertThat(claimed(Corpora.testdata("..").resolve("cli/src/main"), 1)).isEmpty();
  }

  @Test
  void nothingInTheLibraryOfTheJdkIsNews() throws IOException {
    assertThat(claimed(Path.of(System.getProperty("java.home"), "lib"), 60)).isEmpty();
  }

  /** A notice in plain prose is prose; hardly any is. */
  @Test
  void hardlyAnyDocumentationOfSoftwareIsNews() throws IOException {
    Path docs = Path.of("/usr/share/doc");
    assumeTrue(Files.isDirectory(docs), "there is no /usr/share/doc");
    List<String> claimed = claimed(docs, 12);
    assertThat(claimed).noneMatch(what -> what.contains(" is EDITION_PAGE"));
    assertThat(claimed).hasSizeLessThan(2 + files / 12 / 100);
  }

  @Test
  void namesDoNotMatter(@TempDir Path folder) throws IOException {
    List<Path> inputs;
    try (Stream<Path> walk = Files.walk(Corpora.testdata("."))) {
      inputs = new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
    }
    List<Integer> names = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      names.add(i);
    }
    Collections.shuffle(names, new Random(7));
    List<String> endings = Arrays.asList(".txt", ".json", "", ".md", ".csv", ".html", ".xml");
    for (int i = 0; i < inputs.size(); i++) {
      Path own = inputs.get(i);
      Path other =
          Files.copy(own, folder.resolve("f" + names.get(i) + endings.get(i % endings.size())));
      List<String> stories = stories(own);
      assertThat(stories(other)).as("%s as %s", own, other).isEqualTo(stories);
      try (InputStream in = Files.newInputStream(own)) {
        Collected stream = Collected.of(StoryFiles.byContent(), in);
        assertThat(bodies(stream)).isEqualTo(stories);
      } catch (UnreadableInputException e) {
        assertThat(stories).as("of %s, which says %s", own, e.getMessage()).isEmpty();
      }
    }
  }

  /** What is read of it where it is met in a folder, or named. */
  private static List<String> stories(Path file) throws IOException {
    try {
      return bodies(Collected.of(StoryFiles.byContent(), file));
    } catch (UnreadableInputException e) {
      return List.of();
    }
  }

  private static List<String> bodies(Collected read) {
    return read.stories.stream().map(Story::body).toList();
  }
}
