package news.cuttings.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import news.cuttings.Corpora;
import news.cuttings.Filed;
import news.cuttings.StoryIndex;
import news.cuttings.formats.Format;
import news.cuttings.formats.Problem;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.formats.UnreadableInputException;
import news.cuttings.people.People;
import news.cuttings.query.Hit;
import news.cuttings.query.QuerySyntaxException;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes, they are read, or refused in the way that is documented.
 *
 * <p>In a build each test is given the project's own files, and what once broke something: the
 * files in {@code AnyBytesTestInputs}, a folder a test. Jazzer looks for more, guided by what the
 * code does with them, one test a run, and leaves what it finds in that folder:
 *
 * <pre>
 * for test in editionPage json plainText reuters trec anyFile query cursor people; do
 *   mvn -q -pl core test -Dcuttings.fuzz=5m -Dtest=AnyBytesTest#$test || break
 * done
 * </pre>
 */
class AnyBytesTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 12, 29);

  @MethodSource("pages")
  @FuzzTest
  void editionPage(byte[] bytes) throws IOException {
    read(StoryFiles.byContent().format(Format.EDITION_PAGE), bytes);
  }

  @MethodSource("formats")
  @FuzzTest
  void json(byte[] bytes) throws IOException {
    read(StoryFiles.byContent().format(Format.JSON_LINES), bytes);
  }

  @MethodSource("formats")
  @FuzzTest
  void plainText(byte[] bytes) throws IOException {
    read(StoryFiles.byContent().format(Format.PLAIN_TEXT), bytes);
  }

  @MethodSource("formats")
  @FuzzTest
  void reuters(byte[] bytes) throws IOException {
    read(StoryFiles.byContent().format(Format.REUTERS), bytes);
  }

  @MethodSource("formats")
  @FuzzTest
  void trec(byte[] bytes) throws IOException {
    read(StoryFiles.byContent().format(Format.TREC), bytes);
  }

  /** Format and encoding told by content; archives unpacked. */
  @MethodSource("archives")
  @FuzzTest
  void anyFile(byte[] bytes) throws IOException {
    try {
      read(StoryFiles.byContent(), bytes);
    } catch (UnreadableInputException e) {
      assertThat(e).hasMessageStartingWith("test");
    }
  }

  @MethodSource("queries")
  @FuzzTest
  void query(byte[] bytes) throws IOException {
    String text = new String(bytes, UTF_8);
    StoryQuery query = StoryQuery.parse(text, TODAY);
    assertThat(query.interpretation()).isNotBlank();
    for (Results.Warning warning : query.warnings()) {
      assertThat(warning.from()).as(warning.message()).isBetween(0, text.length());
      assertThat(warning.to()).isBetween(warning.from(), text.length());
    }
    look(Searched.INDEX.search(query.facets(3)));
    look(Searched.INDEX.search(StoryQuery.words(text)));
    try {
      StoryQuery.parseStrict(text, TODAY);
    } catch (QuerySyntaxException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  /** As text, and as what a cursor's text stands for. */
  @MethodSource("cursors")
  @FuzzTest
  void cursor(byte[] bytes) throws IOException {
    goOn(new String(bytes, UTF_8));
    goOn(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @MethodSource("pages")
  @FuzzTest
  void people(byte[] bytes) {
    String[] texts = new String(bytes, UTF_8).split("\n\n", 5);
    List<Story> page = new ArrayList<>();
    for (String text : texts) {
      page.add(Story.builder().headline("Talks").body(text).build());
    }
    List<Story> named = People.standard().name(page);
    assertThat(named).hasSameSizeAs(page);
    for (Story story : named) {
      for (Person person : story.people()) {
        assertThat(person.spellings()).as(person.name()).isNotEmpty();
      }
    }
  }

  private static void read(StoryFiles files, byte[] bytes) throws IOException {
    files.read("test", new ByteArrayInputStream(bytes), new Looking());
  }

  private static void goOn(String cursor) throws IOException {
    StoryQuery query = StoryQuery.parse("talks").limit(2);
    for (StoryQuery.Order order : StoryQuery.Order.values()) {
      StoryQuery after;
      try {
        after = query.order(order).after(cursor);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("no cursor");
        return;
      }
      look(Searched.INDEX.search(after));
    }
  }

  private static void look(Results results) {
    int rank = 0;
    for (Hit hit : results) {
      assertThat(hit.rank()).isGreaterThan(rank);
      rank = hit.rank();
      assertThat(hit.title().html()).doesNotContain("\n");
      assertThat(hit.snippet().html()).doesNotContain("\n");
      assertThat(hit.cursor()).isNotEmpty();
    }
  }

  /** Looks at all that is told. */
  private static final class Looking implements Sink {
    @Override
    public void story(Story story) {
      String json = StoryJson.write(story);
      try {
        assertThat(StoryJson.read(json)).isEqualTo(story);
      } catch (BadStoryException e) {
        throw new AssertionError(json, e);
      }
      assertThat(json).doesNotContain("\n");
      assertThat(UTF_8.newEncoder().canEncode(json)).as(json).isTrue();
    }

    @Override
    public void skipped(Problem problem, String record) {
      look(problem);
    }

    @Override
    public void warning(Problem problem) {
      look(problem);
    }

    @Override
    public void passedOver(Problem problem) {
      look(problem);
    }

    @Override
    public void dropped(Problem problem, String line) {
      look(problem);
      assertThat(line).isNotBlank();
    }

    private static void look(Problem problem) {
      assertThat(problem.kind()).isNotBlank();
      assertThat(problem.message()).isNotBlank();
    }
  }

  /** Made when it is first asked: the fuzzer wants to see the library's classes loaded. */
  private static final class Searched {
    static final StoryIndex INDEX = index();

    private static StoryIndex index() {
      try {
        return Filed.of(
            Stream.of("Talks on <b>fish</b>.", "Talks. Klopp won.", "Obrador's talks & walls")
                .map(body -> Story.builder().headline("Talks").body(body).date(TODAY).build())
                .toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Stream<byte[]> pages() throws IOException {
    return files("pages");
  }

  static Stream<byte[]> formats() throws IOException {
    return files("formats");
  }

  static Stream<byte[]> archives() throws IOException {
    return Stream.concat(files("formats"), Archives.all().stream());
  }

  static Stream<byte[]> queries() {
    return Stream.of(
            "migration talks",
            "\"talks migration\"~5 +talks -walls",
            "(a OR b) AND NOT headline:klopp^3",
            "person:\"López Obrador\" since:2023-12 until:7d",
            "date:[2023-12-01 TO *] migrat* obradr~1",
            "US-MEXICO TALKS: AND NOW?")
        .map(text -> text.getBytes(UTF_8));
  }

  static Stream<byte[]> cursors() throws IOException {
    List<byte[]> cursors = new ArrayList<>();
    for (Hit hit : Searched.INDEX.search(StoryQuery.parse("talks"))) {
      cursors.add(hit.cursor().getBytes(UTF_8));
      cursors.add(Base64.getUrlDecoder().decode(hit.cursor()));
    }
    return cursors.stream();
  }

  private static Stream<byte[]> files(String folder) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Corpora.testdata(folder))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        contents.add(Files.readAllBytes(file));
      }
    }
    return contents.stream();
  }
}
