package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import news.cuttings.StoryIndex;
import news.cuttings.cli.Command.Ended;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as the contract states it: output, JSON, exit codes. */
class CommandLineTest {
  private static final Pattern TIME = Pattern.compile("\\d+(\\.\\d+)? ms");

  /** It counts the commits, and a slow machine makes more. */
  private static final Pattern CURSOR = Pattern.compile("--after [A-Za-z0-9_-]+");

  @TempDir private static Path shared;
  @TempDir private Path folder;
  private Path index;
  private Command command;

  @BeforeEach
  void begin() {
    index = folder.resolve("news");
    command = new Command(index);
  }

  /** Commands go to an index of the archive, which all tests share and none changes. */
  private void useArchive() {
    index = shared.resolve("archive");
    command = new Command(index);
    if (!Files.exists(index)) {
      fileArchive();
    }
  }

  private void fileArchive() {
    Ended ended = command.run("index", Command.testdata("stories"));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private static String timeless(String text) {
    return CURSOR.matcher(TIME.matcher(text).replaceAll("N ms")).replaceAll("--after CURSOR");
  }

  @Test
  void aloneItSaysWhatToDo() throws IOException {
    Ended ended = command.bare();
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).isEqualTo(Command.approved("help", ended.out()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "parse", "search", "like", "show", "export", "stats", "demo"})
  void everyVerbHasHelp(String verb) {
    Ended ended = command.bare(verb, "--help");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("Usage: cuttings " + verb);
    assertThat(ended.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void demoShowsTheMainJob() throws IOException {
    System.setProperty("cuttings.testdata", Command.testdata(""));
    Ended ended = command.bare("demo");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(timeless(ended.out())).isEqualTo(Command.approved("demo", timeless(ended.out())));
  }

  @Test
  void searchPrintsHitsAndSaysHowItReadTheQuery() throws IOException {
    useArchive();
    Ended ended = command.run("search", "gravel", "bonds", "-n", "3", "--summary");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).isEqualTo(Command.approved("search", ended.out()));
    assertThat(timeless(ended.err()))
        .isEqualTo(Command.approved("search-err", timeless(ended.err())));
  }

  @Test
  void hitsAsJson() {
    useArchive();
    Ended ended = command.run("search", "--json", "--summary", "-n", "2", "gravel", "bonds");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.lines()).hasSize(3);
    assertThat(ended.lines().get(0))
        .startsWith("{\"rank\":1,\"score\":")
        .containsSubsequence(
            "\"id\":\"",
            "\"headline\":",
            "\"date\":\"",
            "\"source\":\"",
            "\"people\":[",
            "\"snippet\":\"",
            "\"cursor\":\"",
            "\"why\":{}}");
    assertThat(ended.lines().get(2))
        .startsWith("{\"summary\":{\"interpretation\":\"")
        .containsSubsequence(
            "\"warnings\":[]", "\"total\":", "\"exact\":true", "\"took_ms\":", "\"cursor\":\"");
  }

  @Test
  void likeSaysWhy() {
    useArchive();
    Ended ended = command.run("like", "--json", "kestrel-4480");
    assertThat(ended.code()).isZero();
    assertThat(ended.lines())
        .hasSize(10)
        .noneMatch(line -> line.contains("\"id\":\"kestrel-4480\""))
        .allMatch(line -> line.contains("\"why\":{\"people\":[") && line.contains("\"overlap\":"));
    Ended text = command.run("like", "kestrel-4480");
    assertThat(text.out()).contains("in common: people");
  }

  @Test
  void likeTakesATextAFileAndABatch() throws IOException {
    useArchive();
    Path draft = write("draft.txt", "Petr Bárta sold gravel bonds to vicars and dentists.");
    Ended file = command.run("like", "--json", "--file", draft.toString());
    Ended text = command.input(Files.readString(draft)).run("like", "--json", "-");
    assertThat(file.code()).isZero();
    assertThat(text.out()).isEqualTo(file.out());
    Ended batch =
        command.input("kestrel-4480\nq2\tkestrel-2201\nnobody\n").run("like", "--json", "--stdin");
    assertThat(batch.code()).isEqualTo(3);
    assertThat(batch.err()).contains("nobody");
    assertThat(batch.lines())
        .hasSize(20)
        .allMatch(line ->
            line.startsWith("{\"qid\":\"kestrel-4480\"") || line.startsWith("{\"qid\":\"q2\""));
  }

  @Test
  void searchTakesABatch() {
    useArchive();
    Ended ended =
        command
            .input("1\tgravel bonds\nmackerel\n\nnone\tzzyzx\n")
            .run("search", "--json", "--stdin", "-n", "1");
    assertThat(ended.code()).isZero();
    assertThat(ended.lines()).hasSize(2);
    assertThat(ended.lines().get(0)).startsWith("{\"qid\":\"1\",\"rank\":1,");
    assertThat(ended.lines().get(1)).startsWith("{\"qid\":\"mackerel\",\"rank\":1,");
    Ended strict =
        command.input("a\t(((\nb\tmackerel\n").run("search", "--strict", "--json", "--stdin");
    assertThat(strict.code()).isEqualTo(3);
    assertThat(strict.err()).isNotEmpty();
    assertThat(strict.out()).contains("\"qid\":\"b\"");
  }

  @Test
  void cursorsGoOn() {
    useArchive();
    Ended all = command.run("search", "--json", "-n", "6", "the", "court");
    Ended first = command.run("search", "--json", "-n", "3", "the", "court");
    String last = first.lines().get(2);
    String cursor = last.substring(last.indexOf("\"cursor\":\"") + 10, last.indexOf("\",\"why\""));
    Ended second = command.run("search", "--json", "-n", "3", "--after", cursor, "the", "court");
    assertThat(first.out() + second.out()).isEqualTo(all.out());
  }

  @Test
  void showFindsByTheBeginningOfAnId() throws IOException {
    useArchive();
    Ended whole = command.run("show", "kestrel-2111");
    assertThat(whole.out()).isEqualTo(Command.approved("show", whole.out()));
    assertThat(command.run("show", "kestrel-211").out()).isEqualTo(whole.out());
    Ended several = command.run("show", "kestrel-2");
    assertThat(several.code()).isEqualTo(2);
    assertThat(several.err()).contains("several").contains("kestrel-2111");
    assertThat(command.run("show", "nobody").code()).isEqualTo(1);
    assertThat(command.run("show", "kestrel-2111", "nobody").code()).isEqualTo(3);
  }

  @Test
  void exportIntoAnEmptyIndexGivesTheSameExport() {
    fileArchive();
    assertThat(command.run("index", Command.testdata("demo")).code()).isZero();
    Ended first = command.run("export");
    Command other = new Command(folder.resolve("other"));
    assertThat(other.input(first.out()).run("index", "-").code()).isZero();
    assertThat(other.run("export").out()).isEqualTo(first.out());
  }

  @Test
  void readingAgainAddsNothing() {
    fileArchive();
    Ended again = command.run("index", "--json", "--force", Command.testdata("stories"));
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("\"added\":0,").doesNotContain("\"replaced\":0,");
    Ended unchanged = command.run("index", "--json", Command.testdata("stories"));
    assertThat(unchanged.code()).isZero();
    assertThat(unchanged.out()).contains("\"read\":0,").doesNotContain("\"unchanged\":0,");
    Ended otherwise =
        command.run("index", "--json", "--people", "off", Command.testdata("stories"));
    assertThat(otherwise.out()).contains("\"unchanged\":0,");
  }

  @Test
  void whatWasRemovedOrSkippedIsReadAgain() throws IOException {
    Path good = write("good.jsonl", "{\"id\":\"a\",\"body\":\"One.\"}\n");
    Path bad = write("bad.jsonl", "{\"id\":\"b\",\"body\":\"Two.\"}\n{\"body\":\n");
    assertThat(command.run("index", good.toString(), bad.toString()).code()).isEqualTo(3);
    Ended again = command.run("index", "--json", good.toString(), bad.toString());
    assertThat(again.code()).isEqualTo(3);
    assertThat(again.out()).contains("\"read\":1,", "\"unchanged\":1,");
    assertThat(command.run("delete", "a").code()).isZero();
    assertThat(command.run("index", "--json", good.toString()).out()).contains("\"added\":1,");
  }

  @Test
  void statsAreNamedFigures() {
    useArchive();
    Ended json = command.run("stats", "--json");
    assertThat(json.out())
        .matches(
            "\\{\"stories\":\\d+,\"undated\":\\d+,\"people\":\\d+,\"sources\":\\d+,"
                + "\"first\":\"2023-01-12\",\"last\":\"2024-06-20\",\"bytes\":\\d+,"
                + "\"segments\":\\d+,\"lucene\":\"10\\.6\\.0\"\\}\n");
    assertThat(command.run("stats").out()).contains("2023-01-12 to 2024-06-20");
  }

  @Test
  void parsePrintsWhatIndexFiles() throws BadStoryException {
    useArchive();
    Ended parsed = command.run("parse", Command.testdata("stories"));
    Ended exported = command.run("export");
    assertThat(stories(parsed)).containsExactlyInAnyOrderElementsOf(stories(exported));
  }

  private static List<Story> stories(Ended printed) throws BadStoryException {
    List<Story> stories = new ArrayList<>();
    for (String line : printed.lines()) {
      stories.add(StoryJson.read(line));
    }
    return stories;
  }

  @Test
  void anExportWinsAndAParsedStorySaysWhatItsSourceSays() throws Exception {
    Path first =
        write(
            "first.jsonl",
            "{\"id\":\"a\",\"body\":\"Talks.\",\"people\":[\"Mo Salah\"],\"date\":\"2024-01-02\"}");
    Path silent = write("silent.jsonl", "{\"id\":\"a\",\"body\":\"Talks went on.\"}");
    Path none = write("none.jsonl", "{\"id\":\"a\",\"body\":\"No.\",\"people\":[],\"date\":null}");
    assertThat(command.run("index", first.toString()).code()).isZero();
    Path parsed = write("parsed.jsonl", command.run("parse", silent.toString()).out());
    assertThat(command.run("index", parsed.toString()).code()).isZero();
    assertThat(command.run("export").out())
        .contains("went on", "[\"Mo Salah\"]", "\"2024-01-02\"")
        .doesNotContain("unsaid");
    String before = command.run("export").out();
    assertThat(command.run("index", none.toString()).code()).isZero();
    String cleared = command.run("export").out();
    assertThat(cleared).contains("\"people\":[],\"date\":null").doesNotContain("Mo Salah");
    Path exported = write("exported.jsonl", cleared);
    assertThat(command.run("index", first.toString(), "--force").code()).isZero();
    assertThat(command.run("index", exported.toString()).code()).isZero();
    assertThat(command.run("export").out()).isEqualTo(cleared).isNotEqualTo(before);
  }

  @Test
  void peopleCanBeLeftToTheSourceOrOff() throws Exception {
    Path story =
        write(
            "a.jsonl",
            "{\"id\":\"a\",\"body\":\"Jürgen Klopp spoke to David Coote.\",\"people\":[\"Mo"
                + " Salah\"]}");
    assertThat(people(command.run("parse", "--people", "off", story.toString()))).isEmpty();
    assertThat(people(command.run("parse", "--people", "given", story.toString())))
        .containsExactly("Mo Salah");
    assertThat(people(command.run("parse", story.toString())))
        .containsExactly("Mo Salah", "Jürgen Klopp", "David Coote");
  }

  private static List<String> people(Ended parsed) throws BadStoryException {
    Story story = StoryJson.read(parsed.out().strip());
    return story.people().stream().map(Person::name).toList();
  }

  @Test
  void whatComesFirstInDatesIsSaid() throws Exception {
    Path story = write("a.jsonl", "{\"body\":\"It barked.\",\"date\":\"03/04/2024\"}\n");
    Ended unsaid = command.run("parse", story.toString());
    assertThat(unsaid.out()).contains("\"date\":null");
    assertThat(unsaid.err()).contains("--dates");
    assertThat(command.run("parse", "--dates", "day-first", story.toString()).out())
        .contains("\"date\":\"2024-04-03\"");
    assertThat(command.run("parse", "--dates", "month-first", story.toString()).out())
        .contains("\"date\":\"2024-03-04\"");
    Ended wrong = command.run("parse", "--dates", "year-first", story.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("day-first or month-first");
  }

  @Test
  void otherPeoplesKeysAreMapped() throws IOException {
    Path story =
        write("a.jsonl", "{\"t\":\"A dog barks\",\"in\":{\"b\":\"It barked.\"},\"n\":7}\n");
    Ended wrong = command.run("index", story.toString());
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.err()).contains("t, in, n").contains("a.jsonl:1");
    Ended right = command.run("index", "--map", "headline=t,body=in.b", story.toString());
    assertThat(right.err()).isEmpty();
    assertThat(right.code()).isZero();
    assertThat(command.run("search", "dog", "barks").out()).contains("A dog barks");
  }

  @Test
  void whatCannotBeReadIsCountedAndKept() throws IOException {
    Path lines = write("news.jsonl", "{\"body\":\"One.\"}\n{\"body\":\n{\"body\":\"Three.\"}\n");
    Path rejects = folder.resolve("rejects");
    Ended ended = command.run("index", "--json", "--rejects", rejects.toString(), lines.toString());
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out()).contains("\"read\":2,\"added\":2,").contains("\"skipped\":1,");
    assertThat(ended.err()).contains("news.jsonl:2");
    assertThat(Files.readString(rejects)).isEqualTo("{\"body\":\n");
  }

  @Test
  void theLaterOfTwoStoriesOfOneIdWins() throws IOException {
    Path lines =
        write("news.jsonl", "{\"id\":\"a\",\"body\":\"Old.\"}\n{\"id\":\"a\",\"body\":\"New.\"}\n");
    Ended ended = command.run("index", "--json", lines.toString());
    assertThat(ended.out()).contains("\"read\":2,\"added\":1,\"replaced\":1,");
    assertThat(command.run("show", "a").out()).contains("New.").doesNotContain("Old.");
  }

  @Test
  void failuresAreASentence() throws IOException {
    Path file = write("a.jsonl", "{\"id\":\"a\",\"body\":\"Text.\"}");
    failsWith(command.run("search", "x"), "no index at " + index);
    failsWith(command.run("index", folder.resolve("absent").toString()), "absent");
    failsWith(new Command(file).run("index", file.toString()), "is a file");
    failsWith(new Command(folder).run("index", file.toString()), "other files");
    failsWith(new Command(folder).run("search", "x"), "folder without an index");
    failsWith(command.run("index", "--format", "pdf", file.toString()), "edition-page");
    failsWith(command.run("index", "--encoding", "utf-99", file.toString()), "utf-99");
    failsWith(command.bare("serch", "x"), "search");
    failsWith(command.run("search", "--sort", "best", "x"), "best");
    assertThat(command.run("index", file.toString()).code()).isZero();
    failsWith(command.run("search", "-n", "-1", "x"), "limit");
    failsWith(command.run("search", "--after", "xyz", "x"), "cursor");
    failsWith(command.run("search", "--since", "soon", "x"), "soon");
    failsWith(command.run("search", "--zone", "Mars/Base", "x"), "Mars/Base");
    failsWith(command.run("search", "--strict", "((("), "bracket");
    failsWith(command.run("like"), "--file");
  }

  private static void failsWith(Ended ended, String sentence) {
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("cuttings: ").contains(sentence);
    assertThat(ended.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(ended.err().lines().count()).isLessThanOrEqualTo(3);
  }

  @Test
  void aLockedIndexNamesItsHolder() throws IOException {
    try (StoryIndex writer = StoryIndex.open(index)) {
      writer.add(Story.builder().body("Text.").build());
      writer.commit();
      Ended ended = command.run("index", Command.testdata("demo"));
      failsWith(ended, "process " + ProcessHandle.current().pid());
      assertThat(command.run("search", "text").code()).isZero();
    }
  }

  @Test
  void nothingIsAnExitCodeOfItsOwn() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(command.run("index", empty.toString()).code()).isEqualTo(1);
    useArchive();
    Ended none = command.run("search", "zzyzx");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("nothing found");
    assertThat(command.run("like", "nobody").code()).isEqualTo(1);
  }

  @Test
  void debugShowsWhereAFailureCameFrom() {
    Ended ended = command.run("search", "--debug", "x");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("NoIndexException");
  }

  @Test
  void storiesCannotSteerTheTerminal() throws IOException {
    Path story =
        write(
            "a.jsonl",
            "{\"id\":\"a\\u202e]0;x\",\"headline\":\"Red \\u001b[31m\\u009b2J \\u202ealert\","
                + "\"body\":\"b\",\"odd\\u0007\":\"\u009b2J\"}");
    Map<String, String> watched = Map.of("CUTTINGS_OUT_IS_TERMINAL", "no");
    command.environment(watched);
    assertThat(command.run("index", story.toString()).code()).isZero();
    for (Ended ended :
        List.of(
            command.run("search", "alert"),
            command.run("search", "--json", "alert"),
            command.run("show", "a"),
            command.run("show", "--json", "a"),
            command.run("export"))) {
      assertThat(ended.code()).isZero();
      assertThat(ended.out() + ended.err())
          .doesNotContain("\u001b")
          .doesNotContain("\u009b")
          .doesNotContain("\u202e")
          .doesNotContain("\u0007");
    }
  }

  @Test
  void coloursOnATerminalOnly() {
    useArchive();
    assertThat(command.run("search", "gravel").out()).doesNotContain("\u001b");
    assertThat(command.run("search", "--color", "always", "gravel").out()).contains("\u001b[");
    command.environment(Map.of("CUTTINGS_OUT_IS_TERMINAL", "yes"));
    assertThat(command.run("search", "gravel").out()).contains("\u001b[");
    assertThat(command.run("search", "--json", "gravel").out()).doesNotContain("\u001b");
    command.environment(Map.of("CUTTINGS_OUT_IS_TERMINAL", "yes", "NO_COLOR", "1"));
    assertThat(command.run("search", "gravel").out()).doesNotContain("\u001b");
  }

  @Test
  void hitsFitTheTerminal() {
    useArchive();
    command.environment(Map.of("CUTTINGS_OUT_IS_TERMINAL", "yes", "COLUMNS", "60"));
    Ended ended = command.run("search", "gravel", "bonds");
    assertThat(ended.lines()).isNotEmpty().allMatch(line -> Text.width(line) <= 60);
  }

  @Test
  void aClosedPipeEndsQuietly() {
    useArchive();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = command.into(new Failing("Broken pipe"), err, "export", "--index", index.toString());
    assertThat(code).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    code = command.into(new Failing("No space left"), err, "export", "--index", index.toString());
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left");
  }

  /** A stream that takes nothing. */
  private static final class Failing extends OutputStream {
    private final String message;

    Failing(String message) {
      this.message = message;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(message);
    }
  }

  /** The version in the header of Lucene's list of segments, after its magic and its name. */
  @Test
  void anIndexOfANewerReleaseIsRefused() throws IOException {
    command.input("{\"headline\":\"Talks on fish\"}").run("index", "-");
    Path segments;
    try (Stream<Path> files = Files.list(index)) {
      segments =
          files
              .filter(file -> file.getFileName().toString().startsWith("segments_"))
              .max(Comparator.naturalOrder())
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(segments);
    bytes[16] = 99;
    CRC32 sum = new CRC32(); // with another it would be damaged
    sum.update(bytes, 0, bytes.length - Long.BYTES);
    ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, sum.getValue());
    Files.write(segments, bytes);
    for (String verb : List.of("search", "stats", "export", "check", "rebuild", "optimize")) {
      Ended ended = command.run(verb);
      assertThat(ended.code()).as(verb).isEqualTo(2);
      assertThat(ended.err())
          .isEqualTo(
              "cuttings: the index at "
                  + index
                  + " was written by a newer release; read it with that one, or export it there"
                  + " and index the export here\n");
    }
  }
}
