package news.cuttings.formats.export;

import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.cuttings.story.Story;

/** Writes stories in the layouts of LexisNexis. */
final class Nexis {
  private static final Pattern WORD = Pattern.compile(" +");
  private static final int WIDTH = 78;

  private Nexis() {}

  /** Numbered documents, wrapped and centred, as the old databases gave them in plain text. */
  static String old(List<Story> stories) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (Story story : stories) {
      number++;
      text.append(centred(number + " of " + stories.size() + " DOCUMENTS")).append("\n\n\n");
      text.append(
          oldDocument(story).stream()
              .map(block -> isCentred(block) ? centred(block) : wrapped(block))
              .collect(Collectors.joining("\n\n", "", "\n\n")));
    }
    return text.toString();
  }

  /** The old layout as a page in HTML, each document between comments. */
  static String oldHtml(List<Story> stories) {
    StringBuilder html =
        new StringBuilder(
            """
            <HTML>
            <HEAD>
            <STYLE TYPE="text/css"><!--
            .c0 { text-align: center; }
            --></STYLE>
            <TITLE>&nbsp;</TITLE></HEAD>
            <BODY>
            <DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c12">Download Request: Selected Items: 1-3<BR>Send To:<BR><BR>A LIBRARY<BR>Terms: (harbour OR goats)<BR></SPAN></P>
            </DIV>
            """);
    int number = 0;
    for (Story story : stories) {
      number++;
      html.append("<A NAME=\"DOC_ID_")
          .append(number)
          .append("_0\"></A><!-- Hide XML section from browser\n<DOC NUMBER=1>\n<DOCFULL> -->\n")
          .append(paragraph(number + " of " + stories.size() + " DOCUMENTS"));
      oldDocument(story).forEach(block -> html.append(paragraph(block)));
      html.append("<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n");
    }
    return html.append("</BODY></HTML>\n").toString();
  }

  private static String paragraph(String block) {
    int label = block.indexOf(": ");
    String text =
        label > 0
                && label < 20
                && block
                    .substring(0, label)
                    .equals(block.substring(0, label).toUpperCase(Locale.ROOT))
            ? "<SPAN CLASS=\"c8\">"
                + Documents.escaped(block.substring(0, label + 2))
                + "</SPAN><SPAN CLASS=\"c2\">"
                + Documents.escaped(block.substring(label + 2))
                + "</SPAN>"
            : "<SPAN CLASS=\"c2\">" + Documents.escaped(block).replace("\n", "<BR>") + "</SPAN>";
    return "<BR><DIV CLASS=\"c5\"><P CLASS=\"c6\">" + text + "</P>\n</DIV>\n";
  }

  private static List<String> oldDocument(Story story) {
    List<String> blocks = new ArrayList<>();
    blocks.add(story.source().orElse("The Harbour Post"));
    blocks.add(date(story) + (story.edition().isPresent() ? "\n" + story.edition().get() : ""));
    blocks.add(story.headline().orElseThrow());
    blocks.add("BYLINE: Ann Lee");
    blocks.add("SECTION: NEWS; Pg. 3");
    blocks.add("LENGTH: " + words(story) + " words");
    story.body().lines().forEach(blocks::add);
    blocks.add("SUBJECT: HARBOURS (90%); GOATS & SHEEP (71%)");
    blocks.add("PERSON: ZOE BRANDT (87%)");
    blocks.add("LOAD-DATE: March 12, 2021");
    blocks.add("LANGUAGE: ENGLISH");
    blocks.add("PUBLICATION-TYPE: Newspaper");
    blocks.add("Copyright 2021 Harbour Newspapers Ltd\nAll Rights Reserved");
    return blocks;
  }

  /** The paragraphs of a document of Nexis Uni, with a cover before them and a list of contents. */
  static List<String> uni(List<Story> stories) {
    List<String> blocks = new ArrayList<>();
    blocks.add("User Name: A LIBRARY");
    blocks.add("Date and Time: Monday, 15 March 2021 14:05:00");
    blocks.add("Job Number: 139021234");
    blocks.add("Documents (" + stories.size() + ")");
    int number = 0;
    for (Story story : stories) {
      number++;
      blocks.add(number + ". " + story.headline().orElseThrow());
      blocks.add("Client/Matter: -None-");
      blocks.add("Search Terms: harbour OR goats");
      blocks.add("Content Type");
      blocks.add("Narrowed by");
      blocks.add("News");
      blocks.add("-None-");
    }
    stories.forEach(story -> blocks.addAll(uniDocument(story)));
    return blocks;
  }

  static List<String> uniDocument(Story story) {
    List<String> blocks = new ArrayList<>();
    blocks.add(story.headline().orElseThrow());
    blocks.add(story.source().orElse("The Harbour Post"));
    blocks.add(date(story) + story.edition().map(edition -> ", " + edition).orElse(""));
    blocks.add("Copyright 2021 Harbour Newspapers Ltd All Rights Reserved");
    blocks.add("Section:\u00A0NEWS; Pg. 3");
    blocks.add("Length:\u00A0" + words(story) + " words");
    blocks.add("Byline:\u00A0Ann Lee");
    blocks.add("Body");
    story.body().lines().forEach(blocks::add);
    blocks.add("Graphic");
    blocks.add("The café on its first day");
    blocks.add("Classification");
    blocks.add("Language: ENGLISH");
    blocks.add("Publication-Type: Newspaper");
    blocks.add("Subject: HARBOURS (90%); GOATS & SHEEP (71%)");
    blocks.add("Person: ZOE BRANDT (87%)");
    blocks.add("Load-Date:\u00A0March 12, 2021");
    blocks.add("End of Document");
    return blocks;
  }

  private static int words(Story story) {
    return WORD.split(story.body().replace('\n', ' ')).length;
  }

  static String date(Story story) {
    return story
        .date()
        .map(day ->
            day.format(DateTimeFormatter.ofPattern("MMMM d, yyyy ", Locale.ENGLISH))
                + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
        .orElseThrow();
  }

  private static boolean isCentred(String block) {
    return block.contains("\n") || block.startsWith("Copyright");
  }

  static String centred(String block) {
    return block
        .lines()
        .map(line -> " ".repeat(Math.max(0, (WIDTH - line.length()) / 2)) + line)
        .collect(Collectors.joining("\n"));
  }

  static String wrapped(String block) {
    StringBuilder text = new StringBuilder();
    int width = 0;
    for (String word : WORD.splitAsStream(block).toList()) {
      boolean fits = width == 0 || width + 1 + word.length() <= WIDTH;
      text.append(width == 0 ? "" : fits ? " " : "\n").append(word);
      width = fits && width > 0 ? width + 1 + word.length() : word.length();
    }
    return text.toString();
  }
}
