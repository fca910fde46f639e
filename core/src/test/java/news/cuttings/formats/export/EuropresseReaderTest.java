package news.cuttings.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.ReaderContract;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

class EuropresseReaderTest extends ReaderContract {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRENCH);

  @Override
  protected Format format() {
    return Format.EUROPRESSE;
  }

  private static String header(Story story) {
    return "Politique, " + story.date().orElseThrow().format(DAY);
  }

  private static String number(Story story) {
    return "news·"
        + story.date().orElseThrow().format(DateTimeFormatter.BASIC_ISO_DATE)
        + "·HP·012345";
  }

  @Override
  protected String written(List<Story> stories) {
    StringBuilder html = new StringBuilder("<html><head><title>Europresse</title></head><body>\n");
    for (Story story : stories) {
      html.append(
              "<article><header>\n"
                  + "<div class=\"rdp__DocPublicationName\"><span class=\"DocPublicationName\">The"
                  + " Harbour Post, no. 12</span></div>\n")
          .append("<div class=\"rdp__DocHeader\"><span class=\"DocHeader\">")
          .append(header(story))
          .append(" 21 mots, p. 8</span></div>\n")
          .append("<div class=\"titreArticle\"><p class=\"titreArticleVisu rdp__articletitle\">")
          .append(Documents.escaped(story.headline().orElseThrow()))
          .append(
              """
              </p></div>
              <div class="docAuthors">Ann Lee</div></header>
              <section><div class="DocText clearfix">\
              """);
      story
          .body()
          .lines()
          .forEach(line -> html.append("<p>").append(Documents.escaped(line)).append("</p>\n"));
      html.append(
              "</div></section>\n"
                  + "<footer><div class=\"Doc-LegalInfo\"><small>© 2021 The Harbour Post. Tous"
                  + " droits réservés.</small></div>\n")
          .append("<div class=\"publiC-lblNodoc\">")
          .append(number(story))
          .append(
              "</div>\n<div>Ce certificat est émis à une bibliothèque.</div></footer></article>\n");
    }
    return html.append("</body></html>\n").toString();
  }

  @Override
  protected long lineOf(String headline, String text) {
    String before = text.substring(0, text.indexOf(Documents.escaped(headline)));
    return before.substring(0, before.lastIndexOf("<span class=\"DocPub")).lines().count();
  }

  private static String old(List<Story> stories) {
    return stories.stream()
        .map(story ->
            "<table><tr><td><span class=\"DocPublicationName\">The Harbour Post</span><br><span"
                + " class=\"DocHeader\">Politique, </span><span class=\"DocHeader\">"
                + story.date().orElseThrow().format(DAY)
                + "</span><br><br><span class=\"TitreArticleVisu\">"
                + Documents.escaped(story.headline().orElseThrow())
                + "</span><br><br>Ann Lee<br><p></p>"
                + story
                    .body()
                    .lines()
                    .map(Documents::escaped)
                    .collect(Collectors.joining("<p></p>"))
                + "<p></p><b><i>© 2021 The Harbour Post. Tous droits réservés.</i></b><p></p>Numéro"
                + " de document : "
                + number(story)
                + "<br><br><table><tr><td>"
                + number(story)
                + "</td></tr><tr><td>Ce certificat est émis à une"
                + " bibliothèque.</td></tr></table></td></tr></table>\n")
        .collect(
            Collectors.joining(
                "<p><br><br>",
                "<html><body><form><input type=\"button\" value=\"Sauvegarder\"></form>",
                "</body></html>"));
  }

  private static List<String> paragraphs(List<Story> stories) {
    List<String> paragraphs = new ArrayList<>();
    for (Story story : stories) {
      paragraphs.add("The Harbour Post");
      paragraphs.add(header(story));
      paragraphs.add(story.headline().orElseThrow());
      paragraphs.add("Ann Lee");
      story.body().lines().forEach(paragraphs::add);
      paragraphs.add("© 2021 The Harbour Post. Tous droits réservés.");
      paragraphs.add("Numéro de document : " + number(story));
    }
    return paragraphs;
  }

  @Test
  void theSameStoriesComeOutOfEveryFile() throws IOException {
    for (byte[] bytes :
        List.of(
            written(stories()).getBytes(UTF_8),
            old(stories()).getBytes(UTF_8),
            String.join("\n\n", paragraphs(stories())).getBytes(UTF_8),
            Documents.docx(paragraphs(stories())),
            Documents.rtf(paragraphs(stories())))) {
      Collected read = read(bytes);
      assertThat(read.stories.stream().map(Said::of))
          .isEqualTo(stories().stream().map(Said::of).toList());
      assertThat(read.skipped).isEmpty();
      assertThat(read.stories)
          .allSatisfy(story -> {
            assertThat(story.source()).hasValue("The Harbour Post");
            assertThat(story.section()).hasValue("Politique");
            assertThat(story.byline()).hasValue("Ann Lee");
          });
    }
  }

  @Test
  void aTextOfManyPiecesIsWhole() throws IOException {
    Story story = stories().getFirst();
    Story.Builder builder = Story.builder().headline("Goats go missing");
    story.date().ifPresent(builder::date);
    List<Story> one = List.of(builder.body("The goats were counted.\n\n".repeat(9_000)).build());
    assertThat(read(written(one).getBytes(UTF_8)).stories.stream().map(Said::of))
        .isEqualTo(one.stream().map(Said::of).toList());
  }

  @Test
  void whatStandsAroundTheTextIsNoneOfIt() throws IOException {
    String page =
        """
        <html><body><article><header>
        <div><span class="DocPublicationName">The Harbour Post</span></div>
        <div><span class="DocHeader">Sports, mardi 9 mars 2021, p. 4</span></div>
        <div><p>ROWING</p></div>
        <div class="titreArticle"><p class="titreArticleVisu">Crew comes last</p></div></header>
        <section><p>The crew came last.</p></section>
        <aside><div><b>Note(s) : </b><p>Second of two.</p></div></aside>
        <footer><small>By permission.</small><p>Numéro de document : news·20210309·HP·012</p>
        </footer></article></body></html>
        """;
    Story story = read(page.getBytes(UTF_8)).stories.getFirst();
    assertThat(story.body()).isEqualTo("The crew came last.");
    assertThat(story.further()).containsEntry("kicker", "\"ROWING\"");
  }
}
