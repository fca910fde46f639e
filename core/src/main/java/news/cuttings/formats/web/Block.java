package news.cuttings.formats.web;

import java.util.List;

/** A run of text that nothing parts, in the box it stands in. */
final class Block {
  final int index;
  final Box box;
  final String text;
  final Words words;

  /** Words in links, in strong or slanted letters. */
  final int linkWords;

  final int boldWords;
  final int links;

  /** Where its first link goes; empty where it has none. */
  final String href;

  /** The text of its first link; all of it where it has none. */
  final String linkText;

  /** The words of the classes of what runs on in its line and holds most of its text. */
  final List<String> tokens;

  /** As of its box, from the names of what runs on in its line. */
  final byte[] named;

  /** Whether a picture or a film stands between it and the block before. */
  final boolean afterMedia;

  /** Whether only a line break parts it from the block before. */
  final boolean afterBreak;

  /** The last character that is no quotation mark, bracket or space. */
  final int last;

  final boolean hasTime;
  final boolean hidden;

  Block(int index, Box box, Draft draft) {
    this.index = index;
    this.box = box;
    text = draft.text.toString();
    words = new Words(text);
    last = last(text);
    tokens = draft.tokens();
    named = tokens.isEmpty() ? box.named : Box.named(box.named, NameKinds.standard().of(tokens));
    afterMedia = draft.afterMedia;
    afterBreak = draft.afterBreak;
    hasTime = draft.hasTime;
    hidden = draft.hidden || box.is(Box.HIDDEN);
    links = draft.links;
    href = draft.href;
    int linkTo = draft.linkTo > draft.linkFrom ? draft.linkTo : text.length();
    linkText = links == 0 ? text : text.substring(draft.linkFrom, linkTo).strip();
    linkWords = share(draft.linkChars);
    boldWords = share(draft.boldChars);
  }

  private int share(int chars) {
    return (int) Math.round((double) words.count * Math.min(text.length(), chars) / text.length());
  }

  float linkDensity() {
    return words.count == 0 ? (links > 0 ? 1 : 0) : (float) linkWords / words.count;
  }

  private static int last(String text) {
    int end = text.length();
    while (end > 0) {
      int c = text.codePointBefore(end);
      int type = Character.getType(c);
      if (type != Character.FINAL_QUOTE_PUNCTUATION
          && type != Character.END_PUNCTUATION
          && type != Character.INITIAL_QUOTE_PUNCTUATION
          && c != '"'
          && c != '\''
          && c != ' ') {
        return c;
      }
      end -= Character.charCount(c);
    }
    return ' ';
  }
}
