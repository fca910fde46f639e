package news.cuttings.formats.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element that parts text into blocks, with what is known of the text inside it. */
final class Box {
  static final int NAV = 1;
  static final int HEADER = 1 << 1;
  static final int FOOTER = 1 << 2;
  static final int ASIDE = 1 << 3;
  static final int FORM = 1 << 4;
  static final int FIGURE = 1 << 5;
  static final int CAPTION = 1 << 6;
  static final int ITEM = 1 << 7;
  static final int TABLE = 1 << 8;
  static final int QUOTE = 1 << 9;
  static final int HIDDEN = 1 << 10;
  static final int BUTTON = 1 << 11;
  static final int ARTICLE = 1 << 12;
  static final int MAIN = 1 << 13;
  static final int NOSCRIPT = 1 << 14;
  static final int BODY_PROPERTY = 1 << 15;
  static final int SECTION = 1 << 16;
  static final int PRE = 1 << 17;
  static final int LIST = 1 << 18;

  static final byte NONE = 30;

  private static final int MOST_TOKENS = 24;
  private static final int LONGEST_TOKEN = 24;

  final @Nullable Box parent;
  final String tag;
  final int depth;

  /** What holds of it and of every box around it. */
  final int kinds;

  /** The words of its classes and its id, in lower case. */
  final List<String> tokens;

  /** Of each kind of name how many boxes up the nearest is that is named so; or {@link #NONE}. */
  final byte[] named;

  /** Its name and classes, then those of the box around it. */
  final String signature;

  private final String ownSignature;

  /** Its place among the boxes directly in the one around it, from 0. */
  final int place;

  int children;

  /** The first block in it, and one past the last. */
  int from;

  int to;

  // Sums over all blocks in it.
  int words;
  int linkWords;
  float good;

  // The same over the blocks directly in it and in its direct children.
  float near;

  /** How good a place for the story's text. */
  double score;

  /** Sum of what speaks for the blocks in it. */
  double sum;

  Box(@Nullable Box parent, Element element) {
    this.parent = parent;
    tag = element.normalName();
    depth = parent == null ? 0 : parent.depth + 1;
    tokens = tokens(element.className() + " " + element.id());
    named = named(parent == null ? null : parent.named, NameKinds.standard().of(tokens));
    kinds = (parent == null ? 0 : parent.kinds) | kinds(element);
    ownSignature = tag + "." + String.join(".", tokens);
    signature = ownSignature + "<" + (parent == null ? "" : parent.ownSignature);
    place = parent == null ? 0 : parent.children++;
  }

  /** The steps to what is named so, of the one inside another that has these steps. */
  static byte[] named(byte @Nullable [] outer, int own) {
    byte[] named = new byte[NameKinds.standard().kinds().size()];
    for (int k = 0; k < named.length; k++) {
      byte up = outer == null ? NONE : outer[k];
      named[k] = (own >> k & 1) == 1 ? 0 : (byte) Math.min(NONE, up + 1);
    }
    return named;
  }

  boolean is(int kind) {
    return (kinds & kind) != 0;
  }

  float linkDensity() {
    return words == 0 ? 0 : (float) linkWords / words;
  }

  int blocks() {
    return to - from;
  }

  private int kinds(Element element) {
    int kind =
        switch (tag) {
          case "nav", "menu" -> NAV;
          case "header" -> HEADER;
          case "footer" -> FOOTER;
          case "aside" -> ASIDE;
          case "form", "fieldset" -> FORM;
          case "figure" -> FIGURE;
          case "figcaption", "caption" -> CAPTION;
          case "li", "dd", "dt" -> ITEM;
          case "ul", "ol", "dl" -> LIST;
          case "table" -> TABLE;
          case "blockquote", "q" -> QUOTE;
          case "button", "label", "summary" -> BUTTON;
          case "article" -> ARTICLE;
          case "main" -> MAIN;
          case "noscript" -> NOSCRIPT;
          case "section" -> SECTION;
          case "pre" -> PRE;
          default -> 0;
        };
    if (element.attributesSize() > 0) {
      kind |= isHidden(element) ? HIDDEN : 0;
      kind |=
          switch (element.attr("role").toLowerCase(Locale.ROOT)) {
            case "navigation", "menu", "menubar", "search" -> NAV;
            case "contentinfo" -> FOOTER;
            case "banner" -> HEADER;
            case "complementary" -> ASIDE;
            case "main" -> MAIN;
            case "article" -> ARTICLE;
            case "dialog", "alertdialog" -> FORM;
            default -> 0;
          };
      String property = element.attr("itemprop");
      if (property.equalsIgnoreCase("articleBody")) {
        kind |= BODY_PROPERTY;
      }
    }
    return kind;
  }

  static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty()) {
      return false;
    }
    String squeezed = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return squeezed.contains("display:none") || squeezed.contains("visibility:hidden");
  }

  /** The words of names such as {@code articleBody__text-block}: article, body, text, block. */
  static List<String> tokens(String names) {
    List<String> tokens = new ArrayList<>();
    StringBuilder token = new StringBuilder();
    for (int i = 0; i <= names.length() && tokens.size() < MOST_TOKENS; i++) {
      char c = i < names.length() ? names.charAt(i) : ' ';
      boolean letter = Character.isLetter(c);
      boolean hump =
          letter && Character.isUpperCase(c) && i > 0 && Character.isLowerCase(names.charAt(i - 1));
      if ((!letter || hump) && token.length() > 0) {
        if (token.length() > 1 && token.length() <= LONGEST_TOKEN) {
          tokens.add(token.toString());
        }
        token.setLength(0);
      }
      if (letter) {
        token.append(Character.toLowerCase(c));
      }
    }
    return tokens;
  }
}
