package news.cuttings.formats.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.ReaderContract;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest extends ReaderContract {
  @Override
  protected Format format() {
    return Format.FEED;
  }

  @Override
  protected String written(List<Story> stories) {
    return stories.stream()
        .map(story ->
            "<item>\n<title>"
                + escaped(story.headline().orElseThrow())
                + "</title>\n<pubDate>"
                + story.date().orElseThrow()
                + "</pubDate>\n<description>"
                + escaped(paragraphs(story.body()))
                + "</description>\n</item>\n")
        .collect(Collectors.joining("", "<rss version=\"2.0\"><channel>\n", "</channel></rss>\n"));
  }

  private static String paragraphs(String body) {
    return body.lines().map(line -> "<p>" + escaped(line) + "</p>").collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  protected long lineOf(String headline, String text) {
    return lineWith("<title>" + escaped(headline), text) - 1;
  }

  private static Collected read(String text) throws IOException {
    return Collected.of(StoryFiles.byContent(), text);
  }

  private static void assertFerry(Story story) {
    assertThat(story.headline()).contains("Ferry & crew aground");
    assertThat(story.body()).isEqualTo("The ferry ran aground.\nNobody was hurt.");
    assertThat(story.date()).contains(LocalDate.of(2024, 3, 5));
    assertThat(story.published()).contains(Instant.parse("2024-03-05T08:00:00Z"));
    assertThat(story.authors()).containsExactly("Ann Lee");
    assertThat(story.source()).contains("The Brook");
    assertThat(story.url()).contains("https://brook.example/1");
    assertThat(story.topics()).containsExactly("Ferries");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- made by hand -->\n"})
  void rssIsRead(String declaration) throws IOException {
    Collected read =
        read(
            declaration
                + """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>The Brook</title><link>https://brook.example/</link>
                <description>What the brook says.</description>
                <item><title>Ferry &amp;amp; crew aground</title>
                <link>https://brook.example/1</link>
                <guid isPermaLink="false">brook-1</guid>
                <dc:creator><![CDATA[Ann Lee]]></dc:creator>
                <category>Ferries</category>
                <pubDate>Tue, 05 Mar 2024 08:00:00 +0000</pubDate>
                <description>In short.</description>
                <content:encoded><![CDATA[<p>The ferry ran aground.</p>
                <script>alert(1)</script><figure><img src="x"><figcaption>A ferry</figcaption></figure>
                <p>Nobody was <a href="javascript:alert(1)">hurt</a>.</p>]]></content:encoded>
                </item></channel></rss>
                """);
    assertFerry(read.stories.getFirst());
    assertThat(read.stories).hasSize(1);
    assertThat(read.stories.getFirst().id()).isEqualTo("brook-1");
  }

  @Test
  void atomIsRead() throws IOException {
    Collected read =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>The Brook</title>
            <link rel="self" href="https://brook.example/feed"/><updated>2024-03-06T00:00:00Z</updated>
            <entry><title type="html">Ferry &amp;amp; crew aground</title>
            <link rel="edit" href="https://brook.example/edit"/>
            <link href="https://brook.example/1"/><id>tag:brook.example,2024:1</id>
            <published>2024-03-05T08:00:00Z</published><updated>2024-03-07T08:00:00Z</updated>
            <author><name>Ann Lee</name><email>ann@brook.example</email></author>
            <category term="ferries" label="Ferries"/><summary>In short.</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
            <p>The ferry ran aground.</p><p>Nobody was <em>hurt</em>.</p></div></content></entry></feed>
            """);
    assertThat(read.stories).hasSize(1);
    assertFerry(read.stories.getFirst());
  }

  @Test
  void rssOfTheNinetiesIsRead() throws IOException {
    Collected read =
        read(
            """
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
              xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://brook.example/"><title>The Brook</title>
            <items><rdf:Seq><rdf:li resource="https://brook.example/1"/></rdf:Seq></items></channel>
            <item rdf:about="https://brook.example/1"><title>Ferry &amp; crew aground</title>
            <link>https://brook.example/1</link><dc:creator>Ann Lee</dc:creator>
            <dc:subject>Ferries</dc:subject><dc:date>2024-03-05T08:00:00Z</dc:date>
            <description>&lt;p&gt;The ferry ran aground.&lt;/p&gt; &lt;p&gt;Nobody was hurt.&lt;/p&gt;</description>
            </item></rdf:RDF>
            """);
    assertThat(read.stories).hasSize(1);
    assertFerry(read.stories.getFirst());
  }

  @Test
  void titlesAloneAreToldOrFiled() throws IOException {
    String feed =
        "<rss><channel><title>B</title><item><title>Pool closes</title></item></channel></rss>";
    assertThat(read(feed).stories).isEmpty();
    assertThat(read(feed).skipped.getFirst().message()).contains("StoryFiles.headlinesOnly");
    assertThat(Collected.of(StoryFiles.byContent().headlinesOnly(), feed).headlines())
        .containsExactly("Pool closes");
  }

  /** Entities of a document type are neither fetched nor expanded. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE rss [<!ENTITY a \"ha ha ha \"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x \"&b;&b;\">]>",
        "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:9/x.dtd\" [<!ENTITY % p SYSTEM \"file:///x\">"
            + " %p;]>",
      })
  void entitiesOfADocumentTypeAreHarmless(String type) throws IOException {
    Collected read =
        read(
            "<?xml version=\"1.0\"?>"
                + type
                + "<rss><channel><title>B</title><item><title>Pool closes</title>"
                + "<description>It said: &x; and closed.</description></item></channel></rss>");
    assertThat(read.headlines()).containsExactly("Pool closes");
    assertThat(read.stories.getFirst().body().toLowerCase(Locale.ROOT))
        .doesNotContain("root:", "ha ha");
  }

  @Test
  void aFeedThatIsCutOrWronglyWrittenGivesWhatIsThere() throws IOException {
    Collected read =
        read(
            "<rss><channel><item><title>A & b</title><description>It rained & snowed.</description>"
                + "</item><item><title>C d</title><description>It thawed.");
    assertThat(read.headlines()).containsExactly("A & b", "C d");
    assertThat(read.stories.getFirst().body()).isEqualTo("It rained & snowed.");
  }
}
