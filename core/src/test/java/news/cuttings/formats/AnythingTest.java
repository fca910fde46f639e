package news.cuttings.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.cuttings.Corpora;
import news.cuttings.formats.io.Head;
import news.cuttings.formats.io.Sample;
import news.cuttings.formats.io.Utf8;
import news.cuttings.story.Letters;
import news.cuttings.story.Story;

/** Whatever the bytes, reading ends, and with nothing worse than the exception it names. */
class AnythingTest {
  private static final int SHORTEST_PART = 8;

  @Property(tries = 300)
  void anyBytesInAnyFormat(@ForAll byte[] bytes, @ForAll Format format) throws IOException {
    Collected.of(StoryFiles.byContent().format(format), new ByteArrayInputStream(bytes));
    byContent(bytes);
  }

  /** The project's own files with pieces cut out, doubled, and bytes changed. */
  @Property(tries = 300)
  void anySpoiltFile(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Path> files = files();
    byte[] bytes = Files.readAllBytes(files.get(random.nextInt(files.size())));
    for (int i = random.nextInt(8); i >= 0 && bytes.length > 0; i--) {
      bytes = spoilt(bytes, random);
    }
    byContent(bytes);
    for (Format format : Format.values()) {
      Collected.of(StoryFiles.byContent().format(format), new ByteArrayInputStream(bytes));
    }
  }

  /** Each reader with files of its own format, which get further into it than others do. */
  @Property(tries = 600)
  void anySpoiltFileOfItsFormat(@ForAll Format format, @ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<byte[]> seeds = Seeds.BY_FORMAT.getOrDefault(format, List.of());
    assertThat(seeds).as("files in testdata that are %s", format).isNotEmpty();
    byte[] bytes = seeds.get(random.nextInt(seeds.size()));
    for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
      bytes = spoilt(bytes, random);
    }
    Collected.of(StoryFiles.byContent().format(format), new ByteArrayInputStream(bytes));
    byContent(bytes);
  }

  /** The project's files by the format that they are told to be in. */
  private static final class Seeds {
    static final Map<Format, List<byte[]>> BY_FORMAT = byFormat();

    private static Map<Format, List<byte[]>> byFormat() {
      Map<Format, List<byte[]>> seeds = new EnumMap<>(Format.class);
      try {
        for (Path file : files()) {
          byte[] bytes = Files.readAllBytes(file);
          Head head = Head.of(Utf8.of(Head.of(new ByteArrayInputStream(bytes)), null));
          Detector.guesses(Sample.of(head)).stream()
              .findFirst()
              .ifPresent(guess ->
                  seeds.computeIfAbsent(guess.format(), f -> new ArrayList<>()).add(bytes));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return seeds;
    }
  }

  private static void byContent(byte[] bytes) throws IOException {
    try {
      Collected.of(StoryFiles.byContent(), new ByteArrayInputStream(bytes));
    } catch (UnreadableInputException e) {
      assertThat(e).hasMessageStartingWith("test: ");
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Corpora.testdata("."))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static byte[] spoilt(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    int to = from + random.nextInt(bytes.length - from);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String piece = text.substring(from, to);
    String spoilt =
        switch (random.nextInt(4)) {
          case 0 -> text.substring(0, from) + text.substring(to);
          case 1 -> text.substring(0, to) + piece + text.substring(to);
          case 2 -> text.substring(0, from) + (char) random.nextInt(256) + text.substring(from);
          default -> text.substring(0, from);
        };
    return spoilt.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** However the lines of pages are shuffled, each ends in a story or is told as dropped. */
  @Property(tries = 500)
  void noLineOfAPageIsLostInSilence(@ForAll("pageLines") List<String> lines) throws IOException {
    Collected read =
        Collected.of(StoryFiles.byContent().format(Format.EDITION_PAGE), String.join("\n", lines));
    List<String> kept = new ArrayList<>(read.dropped);
    for (Story story : read.stories) {
      kept.add(story.headline().orElse("") + " " + story.body() + story.byline().orElse(""));
    }
    String all = letters(String.join(" ", kept));
    for (String line : lines) {
      String told = letters(line.replaceFirst("(?i)^by ", ""));
      assertThat(isIn(all, told)).as("%s in %s", told, all).isTrue();
    }
  }

  /** Whole, or as the two parts of a line that was a headline and its standfirst in one. */
  private static boolean isIn(String all, String line) {
    if (all.contains(line)) {
      return true;
    }
    int cut = line.length();
    while (cut > 0 && !all.contains(line.substring(0, cut))) {
      cut--;
    }
    return cut > SHORTEST_PART
        && line.length() - cut > SHORTEST_PART
        && all.contains(line.substring(cut));
  }

  @Provide
  Arbitrary<List<String>> pageLines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(Corpora.testdata("pages"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> line.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\'))
            .forEach(lines::add);
      }
    }
    return Arbitraries.of(lines).list().ofMaxSize(40);
  }

  private static String letters(String text) {
    return Letters.key(text).replace(" ", "");
  }
}
