package news.cuttings.formats.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import news.cuttings.formats.Collected;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

/** What newspapers put where in the layouts of LexisNexis. */
class NexisPartsTest {
  /** An abstract before the text, a correction, captions and odd labels after it. */
  private static final String NEW =
      """
      Canada Takes Its Case
      The New York Post
      September 11, 2006 Monday, Late Edition - Final

      Copyright 2006 The New York Post Company
      Section: Section A; Column 1; Foreign Desk; Pg. 6
      Length: 67 words
      Byline: By LARRY R
      Dateline: RIO DE JANEIRO, Sept. 10

      Body

      ABSTRACT

      Canada does things, in short.

      FULL TEXT

      Despite repeated declarations of their desire to resuscitate suspended global talks, representatives of leading nations were unable to agree on a date to begin again, it was said on the day.

        The talks were suspended in July.

      Correction

      An article on Monday misstated the year.

      Correction-Date: September 12, 2006

      Graphic

      Photo: A man (Photo by X)

      Classification

      Language: ENGLISH

      Document-Type: News

      Publication-Type: Newspaper

      Pub Grade: A

      Subject: TALKS (90%)

      Load-Date: September 11, 2006

      End of Document

      Second headline here
      USA Daily
      May 4, 2010 Tuesday
      FINAL EDITION

      Copyright 2010 A Company, Inc. All Rights Reserved
      Section: NEWS; Pg. 1A
      Length: 20 words
      Byline: Ann Lee

      Body

      A person: "Talks matter, and we shall have them soon," he said to everyone who was in the room.

      Load-Date: May 4, 2010

      End of Document
      """;

  /** An edition in the line of the date, or in lines of its own. */
  private static final String OLD =
      """
                                     1 of 2 DOCUMENTS


                                    The Irish Courier

                                 June 12, 1995, CITY EDITION

      Goats go missing

      BYLINE: By ANN LEE

      SECTION: HOME NEWS; Pg. 4

      LENGTH: 20 words

      Farmers counted goats.

      They went home.

      LANGUAGE: ENGLISH

      LOAD-DATE: June 13, 1995

                         Copyright 1995 The Irish Courier

                                     2 of 2 DOCUMENTS


                                    The New York Post

                                 September 11, 2006 Monday
                                    Correction Appended
                                  Late Edition - Final

      Goats Again

      SECTION: Section A; Column 1; Foreign Desk; Pg. 6

      LENGTH: 10 words

      Goats went.
      """;

  private static List<Story> read(String text) throws IOException {
    Collected read = Collected.of(StoryFiles.byContent(), text);
    assertThat(read.skipped).isEmpty();
    assertThat(read.warnings).isEmpty();
    return read.stories;
  }

  @Test
  void whatStandsBesideTheTextIsNoPartOfIt() throws IOException {
    Story first = read(NEW).getFirst();
    assertThat(first.headline()).hasValue("Canada Takes Its Case");
    assertThat(first.source()).hasValue("The New York Post");
    assertThat(first.edition()).hasValue("Late Edition - Final");
    assertThat(first.body()).startsWith("Despite repeated").endsWith("suspended in July.");
    assertThat(first.further())
        .containsEntry("highlight", "\"Canada does things, in short.\"")
        .containsEntry("page", "\"6\"");
  }

  @Test
  void aSentenceWithAColonIsText() throws IOException {
    Story second = read(NEW).getLast();
    assertThat(second.edition()).hasValue("FINAL EDITION");
    assertThat(second.body()).startsWith("A person: \"Talks matter");
  }

  @Test
  void editionsStandBetweenDateAndHeadline() throws IOException {
    List<Story> stories = read(OLD);
    assertThat(stories.getFirst().edition()).hasValue("CITY EDITION");
    assertThat(stories.getLast().headline()).hasValue("Goats Again");
    assertThat(stories.getLast().edition()).hasValue("Correction Appended Late Edition - Final");
  }
}
