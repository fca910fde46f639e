package news.cuttings.formats.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import news.cuttings.formats.Collected;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NITF and NewsML-G2, as agencies send them; the stories are invented. */
class AgencyXmlTest {
  private static final String NITF =
      """
      <nitf><head><title>In the head</title>
      <docdata management-status="usable"><doc-id id-string="brook-1"/>
      <date.issue norm="20240305T080000Z"/><date.release norm="20240306T000000Z"/>
      <identified-content><person>Mary Quill</person></identified-content>
      <key-list><keyword key="Ferries"/><keyword key="Harbours"/></key-list></docdata>
      <pubdata name="The Brook" position.section="Home"/></head>
      <body><body.head><hedline><hl1>Ferry runs aground</hl1><hl2>Crew safe</hl2></hedline>
      <byline>By <person>Ann Lee</person><bytag>Staff Writer</bytag></byline>
      <dateline><location>Brookford</location></dateline></body.head>
      <body.content><media media-type="image"><media-caption>A ferry</media-caption></media>
      <p>The ferry ran aground, said <person>Joe Marsh</person>, its captain.</p>
      <block><p>Nobody was <em>hurt</em>.</p></block></body.content></body></nitf>
      """;

  private static Story one(String text) throws IOException {
    Collected read = Collected.of(StoryFiles.byContent(), text);
    assertThat(read.skipped).isEmpty();
    assertThat(read.stories).hasSize(1);
    return read.stories.getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\">\n",
      })
  void nitfIsRead(String before) throws IOException {
    assertNitf(one(before + NITF));
  }

  @Test
  void nitfInsideOldNewsMlIsRead() throws IOException {
    assertNitf(
        one(
            "<?xml version=\"1.0\"?>\n<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>\n"
                + NITF
                + "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>\n"));
  }

  private static void assertNitf(Story story) {
    assertThat(story.id()).isEqualTo("brook-1");
    assertThat(story.headline()).contains("Ferry runs aground");
    assertThat(story.body())
        .isEqualTo("The ferry ran aground, said Joe Marsh, its captain.\nNobody was hurt.");
    assertThat(story.date()).contains(LocalDate.of(2024, 3, 5));
    assertThat(story.authors()).containsExactly("Ann Lee");
    assertThat(story.source()).contains("The Brook");
    assertThat(story.section()).contains("Home");
    assertThat(story.topics()).containsExactly("Ferries", "Harbours");
    assertThat(story.people()).extracting(Person::name).containsExactly("Mary Quill", "Joe Marsh");
    assertThat(story.people()).extracting(Person::origin).containsOnly(Person.From.TAGGED);
    assertThat(story.further())
        .containsEntry("status", "\"usable\"")
        .containsEntry("embargo", "\"20240306T000000Z\"");
  }

  private static String item(String number) {
    return ITEM.replace("NUMBER", number);
  }

  private static final String ITEM =
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:brook:NUMBER" version="2">
      <itemMeta><provider literal="The Brook"/><versionCreated>2024-03-05T08:00:00+01:00</versionCreated>
      <embargoed>2024-03-06T00:00:00Z</embargoed><pubStatus qcode="stat:withheld"/></itemMeta>
      <contentMeta><by>By Ann Lee and Bob Day</by><headline>Ferry runs aground</headline>
      <subject type="cpnat:person" literal="p1"><name>Mary Quill</name></subject>
      <subject type="cpnat:abstract" qcode="medtop:1"><name xml:lang="en">Ferries</name></subject>
      </contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml">
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>No text</title></head>
      <body><h1>Ferry</h1><p>The ferry ran aground.</p><p>Nobody was hurt.</p></body></html>
      </inlineXML></contentSet></newsItem>
      """;

  @Test
  void newsMlIsRead() throws IOException {
    Story story = one(item("1"));
    assertThat(story.id()).isEqualTo("urn:brook:1");
    assertThat(story.headline()).contains("Ferry runs aground");
    assertThat(story.body()).isEqualTo("Ferry\nThe ferry ran aground.\nNobody was hurt.");
    assertThat(story.date()).contains(LocalDate.of(2024, 3, 5));
    assertThat(story.authors()).containsExactly("Ann Lee", "Bob Day");
    assertThat(story.source()).contains("The Brook");
    assertThat(story.topics()).containsExactly("Ferries");
    assertThat(story.people()).extracting(Person::name).containsExactly("Mary Quill");
    assertThat(story.further())
        .containsEntry("status", "\"withheld\"")
        .containsEntry("embargo", "\"2024-03-06T00:00:00Z\"");
  }

  @Test
  void aMessageOfSeveralItemsAndPrefixesAreRead() throws IOException {
    String message =
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/><itemSet>\n"
            + item("1")
            + item("2")
            + "</itemSet></newsMessage>\n";
    assertThat(Collected.of(StoryFiles.byContent(), message).stories)
        .extracting(Story::id)
        .containsExactly("urn:brook:1", "urn:brook:2");
    String prefixed =
        "<n:newsItem xmlns:n=\"x\" guid=\"g\"><n:contentMeta><n:headline>A b</n:headline>"
            + "</n:contentMeta><n:contentSet><n:inlineData>It rained.</n:inlineData></n:contentSet>"
            + "</n:newsItem>";
    assertThat(one(prefixed).body()).isEqualTo("It rained.");
  }

  @Test
  void anItemOrAPackageWithoutTextIsTold() throws IOException {
    for (String xml :
        new String[] {
          "<packageItem guid=\"p\"><groupSet root=\"g\"><group id=\"g\"/></groupSet></packageItem>",
          "<newsItem guid=\"x\"><contentMeta><headline>A picture</headline></contentMeta>"
              + "<contentSet><remoteContent href=\"x.jpg\"/></contentSet></newsItem>"
        }) {
      Collected read = Collected.of(StoryFiles.byContent(), xml);
      assertThat(read.stories).isEmpty();
      assertThat(read.skipped).hasSize(1);
    }
  }
}
