package news.cuttings.formats.web;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** A block of text while it is being read. */
final class Draft {
  /** So many of the elements that run on in a line are looked at, the innermost. */
  private static final int DEEPEST = 8;

  final StringBuilder text = new StringBuilder();
  int linkChars;
  int boldChars;
  int links;
  String href = "";

  /** Where the first link begins and ends in the text. */
  int linkFrom;

  int linkTo;
  boolean afterMedia;
  boolean afterBreak;
  boolean hasTime;
  boolean hidden;
  private boolean gap;
  private final List<Element> lines = new ArrayList<>();
  private final List<Integer> held = new ArrayList<>();

  boolean isBlank() {
    return text.length() == 0;
  }

  void gap() {
    gap = true;
  }

  /** Appends text, each run of white space as one space. */
  void append(String more, boolean inLink, boolean inBold, List<Element> open) {
    int before = text.length();
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (Spaces.isSpace(c)) {
        gap = true;
      } else if (!Spaces.isInvisible(c)) {
        if (gap && text.length() > 0) {
          text.append(' ');
        }
        gap = false;
        text.append(c);
      }
    }
    int added = text.length() - before;
    if (added == 0) {
      return;
    }
    linkChars += inLink ? added : 0;
    boldChars += inBold ? added : 0;
    for (int i = open.size() - 1; i >= Math.max(0, open.size() - DEEPEST); i--) {
      Element element = open.get(i);
      if (element.attributesSize() == 0) {
        continue;
      }
      int at = lines.lastIndexOf(element);
      if (at < 0 && lines.size() < DEEPEST) {
        lines.add(element);
        held.add(added);
      } else if (at >= 0) {
        held.set(at, held.get(at) + added);
      }
    }
  }

  List<String> tokens() {
    List<String> tokens = List.of();
    for (int i = 0; i < lines.size(); i++) {
      if (held.get(i) * 10 >= text.length() * 8) {
        Element element = lines.get(i);
        List<String> own = Box.tokens(element.className() + " " + element.id());
        if (!own.isEmpty()) {
          tokens = new ArrayList<>(tokens);
          tokens.addAll(own);
        }
      }
    }
    return tokens;
  }
}
