package news.cuttings.query;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts as nobody types them: all there is of syntax in any order, among any characters. */
public final class Texts {
  private Texts() {}

  public static Arbitrary<String> typed() {
    Arbitrary<String> syntax =
        Arbitraries.of(
            "\"",
            "(",
            ")",
            "+",
            "-",
            "!",
            "AND",
            "OR",
            "NOT",
            "&&",
            "||",
            "~",
            "~2",
            "~0.4",
            "^",
            "^2",
            "^0",
            "*",
            "?",
            ":",
            "\\",
            "[",
            "]",
            "{",
            "}",
            " TO ",
            "..",
            "headline:",
            "person:",
            "id:",
            "date:",
            "since:",
            "until:",
            "none",
            "2023",
            "2023-12-01",
            "7d",
            "klopp",
            "won",
            "a",
            "US",
            "EU",
            "IBM",
            "“",
            "”",
            "«",
            "»",
            "「",
            "/",
            "'",
            "<",
            "😀",
            "\u0000",
            "\uD83D",
            "q0",
            "\u200F",
            "\uE000",
            "צ\"ל",
            ".",
            "U.S.",
            "$5",
            "%");
    return Arbitraries.oneOf(syntax, syntax, Arbitraries.strings().ofMaxLength(4))
        .list()
        .ofMaxSize(14)
        .flatMap(parts -> Arbitraries.of("", " ").map(gap -> String.join(gap, parts)));
  }
}
