package news.cuttings.hostile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Texts of any length that could cost more than their length allows: what opens, nests or repeats,
 * and what is never the same twice. Each by a name, made to about so many characters.
 */
final class LongTexts {
  private static final String EDITION =
      "This story is from the December 29, 2023 edition of The Guardian.\n";

  private LongTexts() {}

  /** Text that goes on with the number of its piece. */
  private interface Piece {
    String of(int number);
  }

  /** What somebody may type, or paste, where a query is asked for. */
  static Map<String, IntFunction<String>> queries() {
    Map<String, IntFunction<String>> texts = new LinkedHashMap<>();
    for (String alone :
        List.of(
            "(",
            "\"",
            "+-",
            "x",
            "^",
            "a^",
            "a^9",
            "\\",
            "/",
            "a/",
            "[",
            "[a TO ",
            "~",
            "a~",
            "*",
            "a*",
            "'",
            "a'",
            "a.",
            "U.",
            "-",
            "a-",
            "&&",
            "a:",
            ":",
            "\u0301",
            "\uD800",
            "\u0000",
            "(a ",
            "(\"a ",
            "\"a b\" ",
            "headline:",
            "person:\"a ",
            "date:2023..",
            "AB ",
            "NOT ",
            "a AND NOT ",
            "a NEAR b ",
            "http://a.b/",
            "since:7d ",
            "person:\"Milan Lagos\" ")) {
      texts.put(alone, repeating(alone));
    }
    texts.put("nested", length -> "(".repeat(length / 3) + "a" + ")".repeat(length / 3));
    texts.put("a phrase", length -> "\"" + "talks on fish ".repeat(length / 14) + "\"");
    texts.put(
        "a far proximity", length -> "\"" + "the of to ".repeat(length / 10) + "\"~1000000000");
    texts.put("other words", going(number -> "w" + number + " "));
    texts.put("alternatives", going(number -> "w" + number + " OR "));
    texts.put("beginnings", going(number -> letter(number) + "* "));
    texts.put(
        "near spellings", going(number -> "wor" + letter(number) + letter(number / 26) + "~ "));
    return texts;
  }

  /** What may be taken for an aggregator's page. */
  static Map<String, IntFunction<String>> pages() {
    Map<String, IntFunction<String>> texts = new LinkedHashMap<>();
    for (String alone :
        List.of(
            "talks on fish went on, ",
            "December 29, 2023 ",
            "9",
            " ",
            "\n",
            "\u00A0.",
            "1 min read ",
            "TALKS ON FISH ")) {
      texts.put(
          "line of " + alone,
          length -> "Talks\n" + EDITION + repeating(alone).apply(length) + "\n");
    }
    texts.put(
        "edition in a line",
        length -> "Talks\n" + repeating("This story is from the ").apply(length) + "\n" + EDITION);
    texts.put(
        "authors",
        length ->
            "Talks\n" + EDITION + "By " + repeating("Jo Ng and ").apply(length) + "\nText.\n");
    texts.put(
        "long headline",
        length -> {
          String line = repeating("Talks on fish ").apply(length / 2) + "\n";
          return line + EDITION + line + "Continue reading\n";
        });
    String lead = "Talks on fish\n" + EDITION + "Body text went on for days.\nContinue reading\n";
    String more = "MORE STORIES FROM THE GUARDIAN\n";
    Piece teaser =
        number ->
            "Headline number "
                + number
                + " of today\nThe story "
                + number
                + " said that the council had met on Monday.\n1 min read | December 29, 2023\n";
    texts.put("other teasers", length -> lead + more + going(teaser).apply(length));
    texts.put("one teaser", length -> lead + more + repeating(teaser.of(1)).apply(length));
    texts.put(
        "pages",
        going(number ->
            "Story "
                + number
                + " of talks\n"
                + EDITION
                + "Text "
                + number
                + " went on for days, officials said on Monday.\nContinue reading\n"));
    texts.put(
        "teasers as in the body",
        length -> {
          String lines =
              going(number -> "Line " + number + " of the story went on for days.\n")
                  .apply(length / 2);
          return "Talks on fish\n" + EDITION + lines + more + lines;
        });
    texts.put(
        "short lines",
        length ->
            "Talks\n"
                + EDITION
                + mixed("a\n", "Jo\n", "By\n", "1\n", "\n", "December 29, 2023\n", "|\n", "Sport\n")
                    .apply(length));
    texts.put(
        "marks in any order",
        mixed(
            EDITION,
            "Continue reading\n",
            more,
            "Talks on fish\n",
            "1 min read\n",
            "December 29, 2023\n",
            "By Jo Ng\n",
            "Subscribe now\n",
            "…\n",
            "The talks went on for days, it was said by officials.\n",
            "Start your free trial\n",
            "Sign in\n"));
    return texts;
  }

  /** What may be taken for names. */
  static Map<String, IntFunction<String>> named() {
    Map<String, IntFunction<String>> texts = new LinkedHashMap<>();
    for (String alone :
        List.of(
            "x",
            "X",
            "JohnSmith",
            "Jo-",
            "O'",
            "J. K. ",
            "John and Mary and ",
            "Smith, John; ",
            "Sir Dr Prof Mr ",
            "\"John Smith\" ",
            "John Smith Jr. ",
            "(John ",
            "John Smith ",
            "北京市长",
            "😀",
            "A.",
            "John/Mary/",
            "John Smith's ",
            "http://John.Smith/")) {
      texts.put(alone, repeating(alone));
    }
    texts.put("particles", length -> "Juan " + repeating("de la ").apply(length) + "Cruz");
    texts.put("accents", length -> "A" + "\u0301".repeat(length));
    texts.put("capitals", going(number -> "Ana" + word(number) + " "));
    texts.put(
        "other names",
        going(number -> "Mr Jo" + word(number) + " Smi" + word(number * 7) + " said it. "));
    texts.put(
        "one surname", going(number -> "John" + word(number) + " Smith said it. Smith went. "));
    texts.put("one forename", going(number -> "John Sm" + word(number) + " said it. John went. "));
    texts.put(
        "names in capitals",
        mixed("MR ", "JOHN ", "SMITH ", "TALKS ", "ON ", "FISH ", "SAID ", "OF ", "DE ", "LA "));
    texts.put(
        "parts of names in any order",
        mixed(
            "Mr ", "John ", "Smith", "'s ", ", ", ". ", "de ", "la ", "\"", "and ", "O'", "Mac",
            "-", "A. ", "said ", "(", ") ", "Jr. ", "\n"));
    return texts;
  }

  private static IntFunction<String> repeating(String piece) {
    return length -> piece.repeat(Math.max(1, length / piece.length()));
  }

  private static IntFunction<String> going(Piece piece) {
    return length -> {
      StringBuilder text = new StringBuilder(length + 100);
      for (int number = 0; text.length() < length; number++) {
        text.append(piece.of(number));
      }
      return text.toString();
    };
  }

  private static IntFunction<String> mixed(String... pieces) {
    return length -> {
      Random random = new Random(7);
      return going(number -> pieces[random.nextInt(pieces.length)]).apply(length);
    };
  }

  private static char letter(int number) {
    return (char) ('a' + number % 26);
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = Math.abs(number); rest > 0 || word.isEmpty(); rest /= 26) {
      word.append(letter(rest));
    }
    return word.toString();
  }
}
