package news.cuttings.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.LocalDate;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import news.cuttings.formats.Problem;
import news.cuttings.formats.Sink;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An export of any length takes the memory of a story: hundreds of megabytes are read from a
 * stream.
 */
@Tag("slow")
class LongExportsTest {
  private static final long LENGTH = 500L << 20;
  private static final int MOST = 200 << 20;

  /** Counts stories, looks at what is held from time to time, and keeps none. */
  private static final class Counting implements Sink {
    private long stories;
    private long held;

    @Override
    public void story(Story story) {
      stories++;
      if (stories % 5_000 == 0) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        held = Math.max(held, runtime.totalMemory() - runtime.freeMemory());
      }
    }

    @Override
    public void skipped(Problem problem, String record) {
      throw new AssertionError(problem.toString());
    }
  }

  private static void read(String head, String document, long length) throws IOException {
    byte[] bytes = document.getBytes(UTF_8);
    long times = length / bytes.length;
    Iterator<InputStream> parts =
        Stream.concat(
                Stream.of(new ByteArrayInputStream(head.getBytes(UTF_8))),
                Stream.generate(() -> new ByteArrayInputStream(bytes)).limit(times))
            .map(InputStream.class::cast)
            .iterator();
    Counting counting = new Counting();
    try (InputStream in = new SequenceInputStream(enumeration(parts))) {
      StoryFiles.byContent().read("long", in, counting);
    }
    assertThat(counting.stories).isEqualTo(times);
    assertThat(counting.held).isLessThan(MOST);
  }

  @SuppressWarnings("JdkObsolete") // a SequenceInputStream takes no other
  private static Enumeration<InputStream> enumeration(Iterator<InputStream> parts) {
    return new Enumeration<>() {
      @Override
      public boolean hasMoreElements() {
        return parts.hasNext();
      }

      @Override
      public InputStream nextElement() {
        return parts.next();
      }
    };
  }

  private static List<Story> story() {
    return List.of(
        Story.builder()
            .headline("Goats go missing")
            .body(
                ("The farmers counted their goats and found fewer. ".repeat(8) + "\n\n").repeat(60))
            .date(LocalDate.of(2021, 3, 9))
            .build());
  }

  @Test
  void textOfLexisNexis() throws IOException {
    read("", Nexis.old(story()), LENGTH);
  }

  @Test
  void aPageOfLexisNexis() throws IOException {
    String page = Nexis.oldHtml(story());
    int first = page.indexOf("<A NAME");
    read(page.substring(0, first), page.substring(first, page.indexOf("</BODY>")), LENGTH / 3);
  }

  @Test
  void aPageOfFactivaInOneLine() throws IOException {
    String page = Factiva.html(story()).replace("\n", " ");
    int first = page.indexOf("<div id=\"article-");
    read(
        page.substring(0, first),
        page.substring(first, page.indexOf("<div id=\"pageFooter\"")),
        LENGTH / 3);
  }
}
