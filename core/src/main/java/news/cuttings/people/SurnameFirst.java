package news.cuttings.people;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a surname and the given names after its comma together where a list makes that plain: {@code
 * Okafor, Grace; Lindqvist, Per}, or {@code Durham, Charles} on a line by itself. Linear in the
 * names.
 */
final class SurnameFirst {
  private static final int MOST_GIVEN = 4;

  private final Tokens tokens;
  private final List<Mention> names;
  private final List<Mention> out = new ArrayList<>();
  private int token;

  private SurnameFirst(Tokens tokens, List<Mention> names) {
    this.tokens = tokens;
    this.names = names;
  }

  /** The names, those parts of lists put together. */
  static List<Mention> join(Tokens tokens, List<Mention> names) {
    return new SurnameFirst(tokens, names).join();
  }

  private List<Mention> join() {
    for (Mention name : names) {
      while (tokens.start(token) < name.start()) {
        token++;
      }
      int first = token;
      int last = first;
      while (last + 1 < tokens.size() && tokens.start(last + 1) < name.end()) {
        last++;
      }
      if (isWhole(first - 2, first, last)) {
        put(first - 2, last, name);
      } else if (first == last && isWhole(first, first + 2, end(first + 2))) {
        put(first, end(first + 2), name);
      } else if (out.isEmpty() || out.getLast().end() <= name.start()) {
        out.add(name);
      }
    }
    return List.copyOf(out);
  }

  /** Takes the words for one name, in the place of what was found of them. */
  private void put(int first, int last, Mention name) {
    int start = tokens.start(first);
    while (!out.isEmpty() && out.getLast().end() > start) {
      out.removeLast();
    }
    out.add(new Mention(start, tokens.end(last), name.confidence()));
  }

  /** The last of the words with capitals from there on. */
  private int end(int from) {
    int end = from;
    while (end - from < MOST_GIVEN && tokens.isName(end + 1)) {
      end++;
    }
    return end;
  }

  /** Whether a list has that surname and those given names as one. */
  private boolean isWhole(int surname, int first, int last) {
    boolean isPair =
        surname >= 0
            && tokens.isName(first)
            && last - first < MOST_GIVEN
            && tokens.is(first - 1, ',');
    if (!isPair) {
      return false;
    }
    boolean before = tokens.shape(surname - 1) == Tokens.LINE_END;
    boolean after = isLineEnd(last + 1);
    boolean inList = tokens.is(surname - 1, ';') || tokens.is(last + 1, ';');
    boolean open = before || tokens.is(surname - 1, ';') || tokens.is(surname - 1, ':');
    boolean closed = after || tokens.is(last + 1, ';');
    return open && closed && (inList || (before && after)) && isSurname(surname) && isGiven(first);
  }

  private boolean isLineEnd(int at) {
    return tokens.shape(at) == Tokens.LINE_END
        || (tokens.is(at, '.') && tokens.shape(at + 1) == Tokens.LINE_END);
  }

  private boolean isSurname(int at) {
    byte shape = tokens.shape(at);
    Form form = tokens.form(at);
    return (shape == Tokens.CAPITAL || shape == Tokens.UPPER)
        && (form.has(Lexicon.SURNAME) || !form.has(Lexicon.PLACE | Lexicon.COMMON));
  }

  private boolean isGiven(int at) {
    return tokens.shape(at) == Tokens.INITIAL || tokens.form(at).has(Lexicon.GIVEN);
  }
}
