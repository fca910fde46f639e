package news.cuttings.formats.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import news.cuttings.Corpora;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.Problem;
import news.cuttings.formats.ReaderContract;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Letters;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebReaderTest extends ReaderContract {
  private static final List<String> PARAGRAPHS =
      List.of(
          "The harbour ferry ran aground on Tuesday morning with forty people on board, the coast"
              + " guard said.",
          "Nobody was hurt. “We heard a long scrape and then it was very quiet,” said one"
              + " passenger, who was on her way to work.",
          "The owners of the ferry said that an inquiry had begun, and that a bus would run along"
              + " the coast road until the end of the month.",
          "It is the third time in two years that a boat has met the sandbank, which moves with"
              + " every storm from the west.",
          "Fishermen had asked the council in spring to have the buoys moved, but the council had"
              + " put the question off to its next meeting.");

  @Override
  protected Format format() {
    return Format.WEB_PAGE;
  }

  @Override
  protected List<Story> stories() {
    return super.stories().subList(0, 1);
  }

  @Override
  protected String written(List<Story> stories) {
    Story story = stories.getFirst();
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><title>"
        + story.headline().orElseThrow()
        + "</title>\n<meta property=\"article:published_time\" content=\""
        + story.date().orElseThrow()
        + "\">\n</head><body>\n<h1>"
        + story.headline().orElseThrow()
        + "</h1>\n"
        + story.body().lines().map(line -> "<p>" + line + "</p>\n").collect(Collectors.joining())
        + "</body></html>\n";
  }

  /** A page is one story, wherever its text begins. */
  @Override
  protected long lineOf(String headline, String text) {
    return 1;
  }

  private static Collected read(String text) throws IOException {
    return Collected.of(StoryFiles.byContent(), text);
  }

  private static Story one(String page) throws IOException {
    Collected read = read(page);
    assertThat(read.stories).hasSize(1);
    return read.stories.getFirst();
  }

  private static String page(String head, String article) {
    return """
    <!doctype html><html lang="en-GB"><head><meta charset="utf-8">
    <title>Ferry &amp; crew aground | The Brook</title>%s</head><body>
    <div id="cookie-banner"><p>We use cookies to make this site better. By going on you agree.</p>
    <button>Accept all</button></div>
    <header class="site-header"><a href="/">The Brook</a><nav><ul><li><a href="/news">News</a></li>
    <li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>
    <main><article class="story">%s</article>
    <aside class="related"><h2>Related stories</h2><ul><li><a href="/2">Council puts off its answer once more</a></li>
    <li><a href="/3">Storm moves the sandbank</a></li></ul></aside>
    <section class="newsletter"><h3>Sign up to our newsletter</h3><p>The news of the day in your inbox.</p></section>
    <div id="comments"><h3>Comments (2)</h3><p class="comment">First! This is what comes of it.</p></div></main>
    <footer><p>© 2024 The Brook Ltd. All rights reserved. <a href="/privacy">Privacy</a></p></footer>
    </body></html>
    """
        .replaceFirst("%s", java.util.regex.Matcher.quoteReplacement(head))
        .replaceFirst("%s", java.util.regex.Matcher.quoteReplacement(article));
  }

  private static String article() {
    return "<h1>Ferry &amp; crew aground</h1><div class=\"byline\">By <a"
        + " href=\"/authors/ann-lee\">Ann Lee</a></div><time>5 March 2024</time><figure><img"
        + " src=\"x.jpg\"><figcaption>The ferry on the sand. Photo: Ivo"
        + " Wit</figcaption></figure><div class=\"share\"><a href=\"#\">Facebook</a> <a"
        + " href=\"#\">Twitter</a></div><div class=\"article-body\">"
        + PARAGRAPHS.stream().map(text -> "<p>" + text + "</p>\n").collect(Collectors.joining())
        + "</div>";
  }

  @Test
  void theStoryIsReadWithoutWhatStandsAroundIt() throws IOException {
    Story story = one(page("", article()));
    assertThat(story.headline()).contains("Ferry & crew aground");
    assertThat(story.body()).isEqualTo(String.join("\n", PARAGRAPHS));
    assertThat(story.byline()).contains("Ann Lee");
    assertThat(story.date()).contains(LocalDate.of(2024, 3, 5));
  }

  @Test
  void whatTheHeadSaysIsBelieved() throws IOException {
    Story story =
        one(
            page(
                """
                <meta property="og:site_name" content="The Brook"><link rel="canonical" href="https://brook.example/1">
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
                {"@type":"Organization","@id":"#org","name":"The Brook"},
                {"@type":"Person","@id":"#ann","name":"Ann M. Lee"},
                {"@type":"NewsArticle","headline":"Ferry &amp; crew aground","datePublished":"2024-03-05T23:30:00-05:00",
                 "dateModified":"2024-03-09T08:00:00Z","author":[{"@id":"#ann"},{"@type":"Organization","name":"Staff"}],
                 "articleSection":"Coast","keywords":["Ferries","Sandbanks"],"publisher":{"@id":"#org"}}]}</script>
                """,
                article()));
    assertThat(story.headline()).contains("Ferry & crew aground");
    assertThat(story.byline()).contains("Ann M. Lee");
    assertThat(story.date()).contains(LocalDate.of(2024, 3, 5));
    assertThat(story.published()).contains(Instant.parse("2024-03-06T04:30:00Z"));
    assertThat(story.source()).contains("The Brook");
    assertThat(story.url()).contains("https://brook.example/1");
    assertThat(story.section()).contains("Coast");
    assertThat(story.topics()).containsExactly("Ferries", "Sandbanks");
  }

  @Test
  void brokenJsonSaysWhatStandsBeforeTheBreak() throws IOException {
    Story story =
        one(
            page(
                "<script"
                    + " type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-01-02\",\"description\":\"two\n"
                    + "lines\",\"author\":{\"name\":\"Ivo Wit\"},\"image\": oops }</script>",
                article()));
    assertThat(story.date()).contains(LocalDate.of(2023, 1, 2));
    assertThat(story.byline()).contains("Ivo Wit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Staff", "The Brook", "admin", "webmaster@brook.example", "Newsroom", "ann.lee2"})
  void whoIsNobodyIsNoByline(String name) throws IOException {
    String head =
        "<meta property=\"og:site_name\" content=\"The Brook\"><meta name=\"author\" content=\""
            + name
            + "\">";
    Story story = one(page(head, article().replaceFirst("<div class=\"byline\">.*?</div>", "")));
    assertThat(story.byline()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "koi8-r", "utf-8"})
  void theEncodingThatAPageNamesIsTaken(String encoding) throws IOException {
    String page =
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset="
            + encoding
            + "\"><title>Паром сел на мель</title></head><body><h1>Паром сел на мель</h1><p>Паром"
            + " сел на мель во вторник утром, сообщила береговая охрана. Никто не"
            + " пострадал.</p></body></html>";
    Collected read =
        Collected.of(
            StoryFiles.byContent(),
            new ByteArrayInputStream(page.getBytes(Charset.forName(encoding))));
    assertThat(read.headlines()).containsExactly("Паром сел на мель");
    assertThat(read.stories.getFirst().body()).startsWith("Паром сел на мель во вторник");
    assertThat(read.warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>The ferry ran aground on Tuesday.</p><p>Nobody was hurt, the coast guard said.</p>",
        "<article><p>The ferry ran aground on Tuesday.</p><p>Nobody was hurt, the coast guard"
            + " said.</p></article>",
        "<!-- a piece --><div>The ferry ran aground on Tuesday.<br>Nobody was hurt, the coast guard"
            + " said.</div>"
      })
  void aPieceOfAPageIsRead(String piece) throws IOException {
    Collected read = Collected.of(StoryFiles.byContent().format(Format.WEB_PAGE), piece);
    assertThat(read.stories).hasSize(1);
    assertThat(read.stories.getFirst().body())
        .isEqualTo("The ferry ran aground on Tuesday.\nNobody was hurt, the coast guard said.");
  }

  @Test
  void scriptsAndHiddenTextAreNoText() throws IOException {
    Story story =
        one(
            page(
                "",
                article()
                    .replace(
                        "</div>",
                        "</div><script>alert('x')</script><p style=\"display: none\">Unseen words"
                            + " stand here, out of sight.</p><p onclick=\"alert(1)\"><img src=x"
                            + " onerror=alert(2)></p>")));
    assertThat(story.body()).doesNotContain("alert").doesNotContain("Unseen").doesNotContain("<");
  }

  @Test
  void aPageWithoutAStoryIsTold() throws IOException {
    Collected read =
        read(
            "<html><head><title>Nothing</title></head><body><nav><a"
                + " href=\"/\">Home</a></nav></body></html>");
    assertThat(read.stories).isEmpty();
    assertThat(read.skipped).extracting(Problem::kind).containsExactly("no text");
  }

  private static final List<String> HEADS =
      List.of(
          "Council puts off its answer on the buoys once more",
          "Storm moves the sandbank by a hundred metres",
          "Goats outnumber sheep for the third year running",
          "Tide tables go missing from the harbour office",
          "Museum finds a second anchor under the car park",
          "Night train to the coast returns in spring");

  private static final String SAID =
      " It was the talk of the town on Monday, and nobody could say why.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='card'><h3><a href='/n%1$d'>%2$s</a></h3><p>%3$s</p></div>",
        "<li class='item'><a class='title' href='/n%1$d'>%2$s</a><span class='t'>3 h</span><div"
            + " class='sum'>%3$s</div></li>",
        "<article><img src='a'><h2><a href='/n%1$d'>%2$s</a></h2><time>5 March 2024</time><p>%3$s"
            + " <a href='/n%1$d'>Read more</a></p></article>",
        "<h2><a href='/n%1$d'>%2$s</a></h2><p>%3$s</p>"
      })
  void aPageThatListsStoriesGivesItsTeasers(String card) throws IOException {
    StringBuilder cards = new StringBuilder();
    for (int i = 0; i < HEADS.size(); i++) {
      cards.append(
          String.format(java.util.Locale.ROOT, card, i, HEADS.get(i), HEADS.get(i) + "." + SAID));
    }
    Collected read =
        read(
            "<!doctype html><html><head><title>The Brook</title><link rel='canonical'"
                + " href='https://brook.example/'></head><body><nav><a href='/a'>Home</a><a"
                + " href='/b'>Sport</a></nav><main>"
                + cards
                + "</main><footer>© The Brook</footer></body></html>");
    assertThat(read.headlines()).isEqualTo(HEADS);
    assertThat(read.stories)
        .allSatisfy(story -> assertThat(story.body()).contains("talk of the town"));
    assertThat(read.stories)
        .extracting(story -> story.role().orElseThrow())
        .containsOnly(Role.TEASER);
    assertThat(read.stories.get(2).url()).contains("https://brook.example/n2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>%s</p>",
        "<div>%s</div>",
        "%s<br>",
        "<li>%s</li>",
        "<table><tr><td>%s</td></tr></table>",
        "<h3>%s</h3>"
      })
  void anEditionPageGivesWhatItsTextDoes(String line) throws IOException {
    Path page = Corpora.testdata("pages/comment-piece.txt");
    StringBuilder html =
        new StringBuilder("<!doctype html><html><head><title>x</title></head><body>");
    for (String text : Files.readAllLines(page)) {
      html.append(line.replace("%s", text.replace("&", "&amp;").replace("<", "&lt;"))).append('\n');
    }
    Collected read = read(html + "</body></html>");
    assertThat(read.headlines()).isEqualTo(Collected.of(StoryFiles.byContent(), page).headlines());
    assertThat(read.stories).hasSizeGreaterThan(3);
  }

  @Test
  void aDayAndABylineAboveTheTextAreNoneOfIt() throws IOException {
    String text = "<p>" + PARAGRAPHS.getFirst() + "</p>";
    for (String above :
        List.of(
            "<time datetime='2024-03-05'>5 March</time><p>By Ann Lee</p>",
            "<p>By Ann Lee</p><p>March 5, 2024</p>")) {
      Story story = one("<article><h1>Ferry aground</h1>" + above + text + "</article>");
      assertThat(story.body()).isEqualTo(PARAGRAPHS.getFirst());
      assertThat(story.date()).contains(LocalDate.of(2024, 3, 5));
      assertThat(story.authors()).containsExactly("Ann Lee");
    }
  }

  @Test
  void deepAndLongPagesAreReadInBoundedTime() {
    String deep = "<html><body>" + "<div>".repeat(100_000) + "<p>" + PARAGRAPHS.getFirst();
    String many =
        "<html><body><h1>Many</h1>" + "<p>A short line, again and again.</p>".repeat(300_000);
    assertThat(many.getBytes(UTF_8).length).isGreaterThan(9_000_000);
    for (String page : List.of(deep, many)) {
      long begun = System.nanoTime();
      org.junit.jupiter.api.Assertions.assertDoesNotThrow(() -> read(page));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
    }
  }

  @Test
  void theBarOfTheWaybackMachineIsNoText() throws IOException {
    Story story =
        one(
            page(
                    "<link rel='canonical'"
                        + " href='https://web.archive.org/web/20240306010203/https://brook.example/1'>",
                    article())
                .replace(
                    "<body>",
                    "<body><div id=\"wm-ipp-base\" lang=\"en\"><div id=\"wm-ipp\"><p>This page was"
                        + " kept 25 times between 5 March 2024 and 9 May 2025, and this is what it"
                        + " looked like.</p></div></div>"));
    assertThat(story.body()).isEqualTo(String.join("\n", PARAGRAPHS));
    assertThat(story.url()).contains("https://brook.example/1");
  }

  @Test
  void aDamagedPageHarmsNothing() {
    String whole =
        page(
            "<script"
                + " type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ann"
                + " Lee\"}]}</script>",
            article());
    Random random = new Random(26);
    for (int i = 0; i < 300; i++) {
      StringBuilder page = new StringBuilder(whole);
      for (int cuts = random.nextInt(12); cuts >= 0; cuts--) {
        int from = random.nextInt(page.length());
        int to = Math.min(page.length(), from + random.nextInt(200));
        if (random.nextBoolean()) {
          page.delete(from, to);
        } else {
          page.insert(random.nextInt(page.length()), page.substring(from, to));
        }
      }
      String damaged = page.toString();
      assertThatCode(() -> Collected.of(StoryFiles.byContent().format(Format.WEB_PAGE), damaged))
          .as("seed 26, page %d", i)
          .doesNotThrowAnyException();
    }
  }

  /** Pages of the kinds that are seen, put together at random: what was put in is read back. */
  @Test
  void storiesAreReadBackOutOfPagesOfManyKinds() throws IOException {
    Random random = new Random(27);
    int pages = 200;
    int exact = 0;
    for (int i = 0; i < pages; i++) {
      List<String> text = new ArrayList<>();
      for (int n = 4 + random.nextInt(8); n > 0; n--) {
        text.add(paragraph(random));
      }
      String line =
          pick(
              random,
              "<p>%s</p>",
              "<p class='story__text'>%s</p>",
              "<div class='para'><p>%s</p></div>",
              "<p><span>%s</span></p>");
      String body =
          text.stream().map(each -> line.replace("%s", each)).collect(Collectors.joining("\n"));
      String title = pick(random, HEADS.toArray(String[]::new));
      String furniture =
          pick(
              random,
              "<div class='share-bar'><a href='#'>Facebook</a><a href='#'>Twitter</a></div>",
              "",
              "<figure><img src='a'><figcaption>The harbour on Monday. Photo: Ivo"
                  + " Wit</figcaption></figure>");
      String article =
          "<h1>"
              + title
              + "</h1>"
              + furniture
              + pick(random, "<div class='article-body'>%s</div>", "<section>%s</section>", "%s")
                  .replace("%s", body);
      Story story = one(page("", article).replace("Ferry &amp; crew aground |", title + " |"));
      exact +=
          story.body().equals(String.join("\n", text)) && story.headline().orElse("").equals(title)
              ? 1
              : 0;
    }
    assertThat(exact).isGreaterThan(pages * 9 / 10);
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static String paragraph(Random random) {
    List<String> words = Letters.words(String.join(" ", PARAGRAPHS));
    StringBuilder text = new StringBuilder();
    for (int sentences = 1 + random.nextInt(4); sentences > 0; sentences--) {
      text.append(text.isEmpty() ? "The" : " The");
      for (int n = 5 + random.nextInt(15); n > 0; n--) {
        text.append(' ')
            .append(
                words
                    .get(random.nextInt(words.size()))
                    .replaceAll("[^\\p{L}]", "")
                    .toLowerCase(Locale.ROOT));
      }
      text.append('.');
    }
    return text.toString();
  }
}
