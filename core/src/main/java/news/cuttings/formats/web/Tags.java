package news.cuttings.formats.web;

import java.util.Set;
import news.cuttings.story.Letters;

/** What elements do to the text around and in them, as browsers show it without a style sheet. */
final class Tags {
  /** They stand in lines of their own. What is not known runs on within a line, as in a browser. */
  private static final Set<String> BLOCKS =
      Set.copyOf(
          Letters.words(
              """
              address article aside blockquote body button caption center dd details dialog
              dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
              hgroup hr label legend li main menu nav noscript ol optgroup p picture pre
              search section summary table tbody td tfoot th thead tr ul video audio
              """));

  /** Nothing in them is text of the page. */
  private static final Set<String> SILENT =
      Set.copyOf(
          Letters.words(
              """
              script style template svg iframe object embed canvas select datalist textarea
              input head title meta link map area applet noembed noframes frameset param
              source track math rp rt
              """));

  private static final Set<String> MEDIA =
      Set.copyOf(
          Letters.words(
              """
              img picture video audio iframe object embed svg canvas amp-img
              """));

  private Tags() {}

  static boolean isBlock(String tag) {
    return BLOCKS.contains(tag);
  }

  static boolean isSilent(String tag) {
    return SILENT.contains(tag);
  }

  static boolean isMedia(String tag) {
    return MEDIA.contains(tag);
  }

  /** 1 to 6 of a heading, 0 of anything else. */
  static int headingLevel(String tag) {
    return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6'
        ? tag.charAt(1) - '0'
        : 0;
  }
}
