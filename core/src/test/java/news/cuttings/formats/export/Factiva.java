package news.cuttings.formats.export;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.cuttings.story.Story;

/** Writes stories in the layouts of Factiva. */
final class Factiva {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Factiva() {}

  /** A field with its name. */
  private record Field(String name, List<String> values) {}

  private static String number(Story story) {
    String day =
        story.date().map(date -> date.format(DateTimeFormatter.BASIC_ISO_DATE)).orElseThrow();
    return "HPOST000"
        + day
        + "eh3900"
        + Integer.toHexString(0x100 + (story.id().hashCode() & 0x7F));
  }

  private static String source(Story story) {
    return story.source().orElse("The Harbour Post");
  }

  private static List<Field> fields(Story story) {
    return List.of(
        new Field("SE", List.of("News")),
        new Field("HD", List.of(story.headline().orElseThrow())),
        new Field("BY", List.of("By Ann Lee")),
        new Field("WC", List.of(story.body().split("\\s+").length + " words")),
        new Field("PD", List.of(story.date().orElseThrow().format(DAY))),
        new Field("ET", List.of("02:07")),
        new Field("SN", List.of(source(story))),
        new Field("SC", List.of("HPOST")),
        new Field("ED", List.of("Late Edition - Final")),
        new Field("PG", List.of("3")),
        new Field("LA", List.of("English")),
        new Field("CY", List.of("Copyright 2021 Harbour Newspapers Ltd. All Rights Reserved.")),
        new Field("LP", story.body().lines().limit(1).toList()),
        new Field("TD", story.body().lines().skip(1).toList()),
        new Field("NS", List.of("ghrb : Harbours | ggoat : Goats & Sheep")),
        new Field("PUB", List.of("Harbour Newspapers Ltd")),
        new Field("AN", List.of("Document " + number(story))));
  }

  /** A page of documents whose fields have no names. */
  static String html(List<Story> stories) {
    StringBuilder html = new StringBuilder(page());
    for (Story story : stories) {
      html.append("<div id=\"article-")
          .append(number(story))
          .append(
              "\" class=\"article\"><div class=\"article enArticle\"><p>\n</p><div>News</div>\n")
          .append("<div id=\"hd\"><span class=\"enHeadline\"><b>")
          .append(Documents.escaped(story.headline().orElseThrow()))
          .append("</b>  </span>\n</div><div class=\"author\">By Ann Lee  </div>");
      for (Field field : fields(story).subList(3, 12)) {
        html.append("<div>").append(Documents.escaped(field.values().getFirst())).append("</div>");
      }
      html.append("\n<p></p>\n");
      story
          .body()
          .lines()
          .forEach(paragraph ->
              html.append("<p class=\"articleParagraph enarticleParagraph\">")
                  .append(Documents.escaped(paragraph))
                  .append("  </p>\n"));
      html.append("<p>Harbour Newspapers Ltd</p><p>Document ")
          .append(number(story))
          .append("</p></div></div><br><span></span>");
    }
    return html.append(footer()).toString();
  }

  /** A page of documents whose fields have names, in a table each. */
  static String tables(List<Story> stories) {
    StringBuilder html = new StringBuilder(page());
    for (Story story : stories) {
      html.append("<div class=\"article enArticle\"><table cellpadding=\"1\" border=\"0\">");
      for (Field field : fields(story)) {
        html.append("<tr><td align=\"right\" valign=\"top\" class=\"index\"><b>")
            .append(field.name())
            .append("</b>&nbsp;</td><td>")
            .append(
                field.values().stream()
                    .map(value ->
                        "<p class=\"articleParagraph enarticleParagraph\">"
                            + Documents.escaped(value)
                            + "</p>\n")
                    .collect(Collectors.joining()))
            .append("</td></tr>");
      }
      html.append("</table><br/></div><br/><span></span>");
    }
    return html.append(footer()).toString();
  }

  private static String page() {
    return """
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">
    <html>
    <head>
    <meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
    <title>Factiva</title>
    <style type="text/css">body{margin:0;}.enHeadline{font-weight:bold;}</style>
    </head>
    <body><div id="navcontainer" class="fcpNavContainer"><h1>Dow Jones Factiva</h1></div>
    <form name="PageBaseForm"><div id="contentLeft" class="carryOverOpen"><span></span>\
    """;
  }

  private static String footer() {
    return "<div id=\"pageFooter\"><table class=\"footerBG\"><tr><td><span"
        + " class=\"copyright\">&copy; 2021 Factiva, Inc. All rights"
        + " reserved.</span></td></tr></table></div></div></form></body></html>\n";
  }

  /** The paragraphs of a document in which fields have names. */
  static List<String> tagged(List<Story> stories) {
    List<String> lines = new ArrayList<>();
    for (Story story : stories) {
      for (Field field : fields(story)) {
        lines.add(field.name());
        lines.addAll(field.values());
      }
    }
    return lines;
  }

  /** Text with the name of a field in the line of its value. */
  static String taggedText(List<Story> stories) {
    StringBuilder text = new StringBuilder();
    for (Story story : stories) {
      for (Field field : fields(story)) {
        text.append(field.name())
            .append("   ")
            .append(String.join("\n\n", field.values()))
            .append("\n\n");
      }
    }
    return text.toString();
  }

  /** The paragraphs of a document in which fields have no names. */
  static List<String> untagged(List<Story> stories) {
    List<String> lines = new ArrayList<>();
    for (Story story : stories) {
      fields(story).subList(0, 12).forEach(field -> lines.addAll(field.values()));
      story.body().lines().forEach(lines::add);
      lines.add("Harbour Post (Full Text)");
      lines.add("Document " + number(story));
    }
    return lines;
  }
}
