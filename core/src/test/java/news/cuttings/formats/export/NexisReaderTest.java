package news.cuttings.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.Problem;
import news.cuttings.formats.RecordReaderContract;
import news.cuttings.formats.StoryFiles;
import news.cuttings.formats.UnreadableInputException;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Sample;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NexisReaderTest extends RecordReaderContract {
  @Override
  protected Format format() {
    return Format.NEXIS;
  }

  @Override
  protected String written(List<Story> stories) {
    return Nexis.old(stories);
  }

  @Override
  protected long lineOf(String headline, String text) {
    String before = text.substring(0, text.indexOf(headline));
    return before.substring(0, before.lastIndexOf(" DOCUMENTS")).lines().count();
  }

  @Override
  protected String bad() {
    return "    1 of 2 DOCUMENTS\n\nWe are sorry but there is an error in this document.\n\n";
  }

  @Override
  protected String hugeBeginning() {
    return """
        1 of 2 DOCUMENTS

        The Post

        March 9, 2021 Tuesday

    Goats

    LENGTH: 9 words

    """;
  }

  private void assertSame(byte[] bytes) throws IOException {
    Collected read = read(bytes);
    assertThat(read.stories.stream().map(Said::of))
        .isEqualTo(stories().stream().map(Said::of).toList());
    assertThat(read.skipped).isEmpty();
    assertThat(read.warnings).isEmpty();
    assertThat(read.stories.stream().map(Said::of))
        .isEqualTo(stories().stream().map(Said::of).toList());
    assertThat(read.stories)
        .allSatisfy(story -> {
          assertThat(story.source()).hasValue("The Harbour Post");
          assertThat(story.byline()).hasValue("Ann Lee");
          assertThat(story.section()).hasValue("NEWS");
          assertThat(story.topics()).containsExactly("HARBOURS", "GOATS & SHEEP");
          assertThat(story.people().getFirst().name()).isEqualTo("ZOE BRANDT");
          assertThat(story.people().getFirst().confidence()).isEqualTo(0.87);
        });
    List<String> ids =
        read(Nexis.old(stories()).getBytes(UTF_8)).stories.stream().map(Story::id).toList();
    assertThat(read.stories.stream().map(Story::id)).isEqualTo(ids);
  }

  @Test
  void theSameStoriesComeOutOfEveryLayoutAndFile() throws IOException {
    assertSame(Nexis.old(stories()).getBytes(UTF_8));
    assertSame(Nexis.oldHtml(stories()).getBytes(UTF_8));
    assertSame(String.join("\n\n", Nexis.uni(stories())).getBytes(UTF_8));
    assertSame(String.join("\n", Nexis.uni(stories())).getBytes(UTF_8));
    assertSame(Documents.docx(Nexis.uni(stories())));
    assertSame(Documents.rtf(Nexis.uni(stories())));
  }

  /** Labels in none of the known languages; what parts the documents is told by its places. */
  @Test
  void labelsMayBeInAnyLanguage() throws IOException {
    String danish =
        String.join("\n\n", Nexis.uni(stories()))
            .replace("Section:", "Sektion:")
            .replace("Length:", "Længde:")
            .replace("Byline:", "Skribent:")
            .replace("\n\nBody\n", "\n\nBrødtekst\n")
            .replace("Language:", "Sprog:")
            .replace("Load-Date:", "Indlæst:")
            .replace("End of Document", "Dokumentets slutning");
    Collected read = Collected.of(StoryFiles.byContent(), danish);
    assertThat(read.told.getFirst().format()).hasValue(Format.NEXIS);
    assertThat(read.headlines())
        .isEqualTo(stories().stream().map(story -> story.headline().orElseThrow()).toList());
    assertThat(read.stories)
        .allSatisfy(story -> {
          assertThat(story.source()).hasValue("The Harbour Post");
          assertThat(story.date()).isPresent();
          assertThat(story.body()).doesNotContain("Indlæst", "Dokumentets", "Skribent");
        });
  }

  /** The old layout of each language, and of the years before there was a page on the web. */
  @Test
  void readsTheOldLayoutInOtherLanguages() throws IOException {
    Collected read =
        Collected.of(
            StoryFiles.byContent(),
            """
                                           Dokument 1 von 3

                               Copyright 1986 Hafenpost Verlag
                                    Alle Rechte vorbehalten
                                         Die Hafenpost

                                       27. Februar 1986

            RUBRIK: WIRTSCHAFT; S. 14

            LÄNGE: 12 Wörter

            HEADLINE: Ziegen fehlen

            BYLINE: Von Ann Lee

            BODY:
               Die Bauern zählten am Montag ihre Ziegen und fanden weniger als sie in
            Erinnerung hatten.

            UPDATE: 28. Februar 1986

            SPRACHE: GERMAN; DEUTSCH

                                           Dokument 2 von 3

                                       Le Courrier du Port

                                      mardi 9 mars 2021
                                           Edition Nord

            Les chèvres

            AUTEUR: Ann Lee

            RUBRIQUE: INTERNATIONAL; Pg. 35

            LONGUEUR: 3 mots

            Elles ont disparu.

            DATE-CHARGEMENT: 10 mars 2021

            LANGUE: FRENCH; FRANÇAIS

                               Copyright 2021 Le Courrier
                                  Tous Droits Réservés

                                           Dokument 3 von 3

                                           El Puerto

                                  9 de marzo de 2021 martes

            Cabras perdidas

            SECCIÓN: NACIONAL; Pág. 12

            LONGITUD: 4 palabras

            Los granjeros contaron cabras.

            FECHA-CARGA: 10 de marzo de 2021

            IDIOMA: SPANISH; ESPAÑOL
            """);
    assertThat(read.skipped).isEmpty();
    assertThat(read.warnings).isEmpty();
    assertThat(read.headlines()).containsExactly("Ziegen fehlen", "Les chèvres", "Cabras perdidas");
    assertThat(read.stories.stream().map(story -> story.source().orElseThrow()))
        .containsExactly("Die Hafenpost", "Le Courrier du Port", "El Puerto");
    assertThat(read.stories.stream().map(story -> story.date().orElseThrow().toString()))
        .containsExactly("1986-02-27", "2021-03-09", "2021-03-09");
    assertThat(read.stories.stream().map(Story::body))
        .containsExactly(
            "Die Bauern zählten am Montag ihre Ziegen und fanden weniger als sie in Erinnerung"
                + " hatten.",
            "Elles ont disparu.",
            "Los granjeros contaron cabras.");
    assertThat(read.stories.get(1).edition()).hasValue("Edition Nord");
    assertThat(read.stories.stream().map(story -> String.valueOf(story.further().get("page"))))
        .containsExactly("\"14\"", "\"35\"", "\"12\"");
  }

  /** No label, one document: its marks tell. */
  @Test
  void aPageOfOneShortDocumentIsTold() {
    String page =
        """
        <HTML><HEAD><TITLE>x</TITLE></HEAD><BODY>
        <!-- Hide XML section from browser
        <DOC NUMBER=1>
        <DOCFULL> -->
        <P>1 of 1 DOCUMENTS</P><P>The Brook Echo</P><P>March 5, 2024 Tuesday</P><P>Pool to close</P>
        <P>The council voted on Tuesday to close the swimming pool.</P>
        <!-- Hide XML section from browser
        </DOCFULL></DOC> -->
        </BODY></HTML>
        """;
    Sample sample = Sample.of(page.getBytes(UTF_8));
    assertThat(new NexisReader().evidence(sample).score())
        .isGreaterThan(Evidence.sure("its first tags").score());
  }

  @Test
  void countsThatDoNotFitAreTold() throws IOException {
    String text =
        Nexis.old(stories())
            .replace(" of 3 DOCUMENTS", " of 4 DOCUMENTS")
            .replace("11 words", "950 words");
    Collected read = Collected.of(StoryFiles.byContent(), text);
    assertThat(read.stories).hasSize(3);
    assertThat(read.warnings).extracting(Problem::kind).contains("count");
    assertThat(read.warnings)
        .extracting(Problem::message)
        .contains("the export says that it has 4 documents, it has 3");
    Collected words =
        Collected.of(
            StoryFiles.byContent(),
            Nexis.old(stories()).replaceFirst("LENGTH: \\d+", "LENGTH: 950"));
    assertThat(words.warnings).extracting(Problem::kind).containsExactly("words");
  }

  @Test
  void aPartOfWhatWasFoundIsWhole() throws IOException {
    String text = Nexis.old(stories());
    for (int i = 1; i <= 3; i++) {
      text = text.replace(i + " of 3 DOCUMENTS", 500 + i + " of 503 DOCUMENTS");
    }
    Collected read = Collected.of(StoryFiles.byContent(), text);
    assertThat(read.stories).hasSize(3);
    assertThat(read.warnings).isEmpty();
    Collected less =
        Collected.of(StoryFiles.byContent(), text.replace(" of 503 DOC", " of 504 DOC"));
    assertThat(less.warnings)
        .extracting(Problem::message)
        .containsExactly("the export says that it has 4 documents, it has 3");
  }

  /** As where a database cannot show one of the documents. */
  @Test
  void aDocumentWithoutANumberIsNoPartOfTheOneBeforeIt() throws IOException {
    String excuse = "The document that you asked for cannot be shown at present.";
    String text = Nexis.old(stories());
    int second = text.lastIndexOf('\n', text.indexOf("2 of 3 DOC"));
    for (String export :
        List.of(
            text.substring(0, second) + "\n\n" + excuse + "\n\n" + text.substring(second),
            text + "\n\n" + excuse + "\n",
            Nexis.oldHtml(stories())
                .replace("</BODY>", "<DIV><P>" + excuse + "</P></DIV></BODY>"))) {
      Collected read = Collected.of(StoryFiles.byContent(), export);
      assertThat(read.stories.stream().map(Said::of))
          .isEqualTo(stories().stream().map(Said::of).toList());
      assertThat(read.skipped).extracting(Problem::kind).containsExactly("no number");
      assertThat(read.warnings).isEmpty();
    }
  }

  /** Whose it is stands first, and its lines are no source. */
  @Test
  void aNoticeMayHaveSeveralLines() throws IOException {
    for (String notice :
        List.of(
            "Copyright 2021 Harbour Interactive, LLC d/b/a\nHarbour Digital\nAll Rights Reserved",
            "Copyright 2021 Harbour Interactive")) {
      String text =
          Nexis.old(stories()).replaceAll("( +\\d of 3 DOCUMENTS)\n", "$1\n\n\n" + notice + "\n\n");
      Collected read = read(text.getBytes(UTF_8));
      assertThat(read.stories.stream().map(Said::of))
          .isEqualTo(stories().stream().map(Said::of).toList());
      assertThat(read.stories)
          .allSatisfy(story -> assertThat(story.source()).hasValue("The Harbour Post"));
    }
  }

  @Test
  void whatIsCutShortIsLeftOutAndTheRestIsKept() throws IOException {
    String uni = String.join("\n\n", Nexis.uni(stories()));
    byte[] rtf = Documents.rtf(Nexis.uni(stories()));
    String old = Nexis.old(stories());
    for (byte[] bytes :
        List.of(
            uni.substring(0, uni.lastIndexOf("guessing well")).getBytes(UTF_8),
            old.substring(0, old.lastIndexOf("guessing well"))
                .replace(" of 3 DOC", " of 4 DOC")
                .getBytes(UTF_8),
            Arrays.copyOf(rtf, new String(rtf, UTF_8).lastIndexOf("guessing well")))) {
      Collected read = read(bytes);
      assertThat(read.stories.stream().map(Said::of))
          .isEqualTo(stories().subList(0, 2).stream().map(Said::of).toList());
      assertThat(read.skipped).extracting(Problem::kind).contains("cut short");
    }
  }

  @Test
  void aDocumentThatIsCutShortKeepsWhatIsWhole() throws IOException {
    Random random = new Random(5);
    List<Story> many =
        IntStream.range(0, 60)
            .mapToObj(i -> {
              StringBuilder body = new StringBuilder("Goats");
              random
                  .ints(300)
                  .forEach(number -> body.append(' ').append(Integer.toHexString(number)));
              return Story.builder()
                  .headline("Headline " + i)
                  .body(body.toString())
                  .date(LocalDate.of(2021, 3, 1 + i % 28))
                  .build();
            })
            .toList();
    byte[] docx = Documents.docx(Nexis.uni(many));
    Collected cut = read(Arrays.copyOf(docx, docx.length / 2));
    assertThat(cut.skipped).extracting(Problem::kind).contains("cut short");
    assertThat(cut.stories).hasSizeBetween(25, 35);
    assertThat(cut.stories.stream().map(Said::of))
        .isEqualTo(many.subList(0, cut.stories.size()).stream().map(Said::of).toList());
  }

  /** Several records with the same labels in turn, of which nobody knows where one ends. */
  @Test
  void whatCannotBePartedIsToldAndIsNoStory(@TempDir Path folder) throws IOException {
    String record =
        """
        Otsikko: Vuohet

        Lähde: Satama

        Kirjoittaja: Ann Lee

        Päiväys: tiistai

        Vuohet ovat kadonneet eilen illalla satamasta, ja kukaan ei tiedä miksi.

        """;
    Path file = Files.writeString(folder.resolve("export.txt"), record.repeat(4));
    Collected met = Collected.of(StoryFiles.byContent(), folder);
    assertThat(met.stories).isEmpty();
    assertThat(met.passedOver)
        .extracting(Problem::message)
        .containsExactly("an export of several stories that could not be parted: passed over");
    assertThatThrownBy(() -> Collected.of(StoryFiles.byContent(), file))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("could not be parted");
  }
}
