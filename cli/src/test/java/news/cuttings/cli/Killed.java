package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.Maintenance;
import news.cuttings.Soundness;
import news.cuttings.StoryIndex;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;

/**
 * Files a stream of stories in processes that are killed at random moments, and holds what is left
 * against what was said to be durable. Some stories come a second time in the stream, changed.
 */
final class Killed {
  private static final Pattern DURABLE = Pattern.compile("durable: the first ([\\d,]+) stor.*");
  private static final int STORIES = 1_500;
  private static final int STORIES_A_FILE = 400;
  private static final int STORIES_A_COMMIT = 40;

  private final Path folder;
  private final Random random;
  private final List<Path> files = new ArrayList<>();
  private final List<Story> stream = new ArrayList<>();
  private long wholeRun;
  private int kills;
  private int killsAfterCommits;

  /** A process that was killed: how many stories it said were durable, and what it said last. */
  private record Life(int durable, boolean wasKilled, String last) {}

  Killed(Path folder, Random random) {
    this.folder = folder;
    this.random = random;
  }

  /** Kills so many times; checks after each. */
  void times(int count) throws Exception {
    writeStream();
    wholeRun = measureWholeRun();
    int index = 0;
    while (kills < count) {
      chain(folder.resolve("index-" + index++), count);
    }
  }

  @Override
  public String toString() {
    return kills + " kills, " + killsAfterCommits + " of them after a commit was told";
  }

  /** One index, killed a few times while it is filled, then completed. */
  private void chain(Path index, int count) throws Exception {
    int lives = 1 + random.nextInt(3);
    int durable = 0;
    boolean completed = false;
    for (int life = 0; life < lives && kills < count && !completed; life++) {
      Life ended = live(index);
      completed = !ended.wasKilled();
      if (!completed) {
        kills++;
        killsAfterCommits += ended.durable() > 0 ? 1 : 0;
      }
      durable = Math.max(durable, completed ? stream.size() : ended.durable());
      holds(index, durable, life == 0);
    }
    complete(index);
  }

  private long measureWholeRun() throws Exception {
    long start = System.nanoTime();
    Process process = start(folder.resolve("whole"));
    Life life = listen(process, () -> {});
    assertThat(life.wasKilled()).as(life.last()).isFalse();
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** A process from its start to its sudden end: at any moment, or soon after a commit. */
  private Life live(Path index) throws Exception {
    Process process = start(index);
    if (random.nextBoolean()) {
      long millis = (long) (wholeRun * (0.2 + 0.8 * random.nextDouble()));
      Thread killer = new Thread(() -> killAfter(process, millis));
      killer.start();
      Life life = listen(process, () -> {});
      killer.join();
      return life;
    }
    int commits = 1 + random.nextInt(STORIES / STORIES_A_COMMIT);
    long millis = random.nextInt(30);
    int[] left = {commits};
    return listen(
        process,
        () -> {
          if (--left[0] == 0) {
            killAfter(process, millis);
          }
        });
  }

  private static void killAfter(Process process, long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    process.toHandle().destroyForcibly(); // leaves what it said to be read
  }

  private static Life listen(Process process, Runnable onCommit) throws Exception {
    int durable = 0;
    String last = "";
    try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        Matcher matcher = DURABLE.matcher(line);
        last = line;
        if (matcher.matches()) {
          durable = Integer.parseInt(matcher.group(1).replace(",", ""));
          onCommit.run();
        }
      }
    }
    int code = process.waitFor();
    assertThat(code).as(last).isIn(0, 128 + 9);
    return new Life(durable, code != 0, last);
  }

  private Process start(Path index) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(arguments(index));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private List<String> arguments(Path index) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "index",
                "--index",
                index.toString(),
                "--people",
                "given",
                "--commit-every",
                Integer.toString(STORIES_A_COMMIT)));
    files.forEach(file -> arguments.add(file.toString()));
    return arguments;
  }

  /** Opens, is sound, and has the first so many of the stream, whole. */
  private void holds(Path index, int durable, boolean isFirstLife) throws IOException {
    if (durable == 0 && !hasCommit(index)) {
      return; // killed before there was an index
    }
    Soundness soundness = Maintenance.check(index);
    assertThat(soundness.problems()).isEmpty();
    Map<String, Story> last = new HashMap<>();
    stream.subList(0, durable).forEach(story -> last.put(story.id(), story));
    Map<String, List<Story>> copies = new HashMap<>();
    for (Story story : stream) {
      copies.computeIfAbsent(story.id(), id -> new ArrayList<>()).add(story);
    }
    Map<String, Story> filed = filed(index);
    assertThat(filed.keySet()).containsAll(last.keySet());
    for (Story story : filed.values()) {
      List<Story> written = copies.getOrDefault(story.id(), List.of());
      assertThat(written).as("half a story").contains(story);
      Story committed = last.get(story.id());
      if (isFirstLife && committed != null) { // a second reading begins with the first copies
        assertThat(written.indexOf(story))
            .as("an older copy than the committed")
            .isGreaterThanOrEqualTo(written.indexOf(committed));
      }
    }
  }

  private static boolean hasCommit(Path index) throws IOException {
    if (!Files.isDirectory(index)) {
      return false;
    }
    try (var list = Files.list(index)) {
      return list.anyMatch(file -> String.valueOf(file.getFileName()).startsWith("segments_"));
    }
  }

  /** The same command again brings it to the end. */
  private void complete(Path index) throws Exception {
    Command.Ended ended = new Command(index).bare(arguments(index).toArray(String[]::new));
    assertThat(ended.code()).as(ended.err()).isZero();
    Map<String, Story> last = new HashMap<>();
    stream.forEach(story -> last.put(story.id(), story));
    assertThat(filed(index)).isEqualTo(last);
    assertThat(Maintenance.check(index).problems()).isEmpty();
    try (var list = Files.list(index)) {
      for (Path file : list.toList()) {
        Files.delete(file);
      }
    }
  }

  private static Map<String, Story> filed(Path index) throws IOException {
    Map<String, Story> filed = new HashMap<>();
    try (StoryIndex read = StoryIndex.openReadOnly(index)) {
      read.export(story -> filed.put(story.id(), bare(story)));
      assertThat(read.maintenance().stats().stories()).isEqualTo(filed.size());
    }
    return filed;
  }

  /** The story without the place it was read from. */
  private static Story bare(Story story) {
    return story.toBuilder().origin(null).build();
  }

  private void writeStream() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < STORIES; i++) {
      boolean again = i > 100 && random.nextInt(8) == 0;
      String id = "s" + (again ? random.nextInt(i) : i);
      Story story =
          Story.builder()
              .id(id)
              .headline("Headline " + i)
              .body("Story " + i + ". " + "Long words of no weight. ".repeat(random.nextInt(60)))
              .date(LocalDate.of(2023, 1, 1).plusDays(i))
              .people(List.of(Person.given("Alicia Bárcena " + i % 50)))
              .build();
      stream.add(story);
      lines.add(StoryJson.write(story));
    }
    for (int from = 0; from < STORIES; from += STORIES_A_FILE) {
      Path file = folder.resolve("stories-" + from + ".jsonl");
      Files.write(file, lines.subList(from, Math.min(STORIES, from + STORIES_A_FILE)));
      files.add(file);
    }
  }
}
