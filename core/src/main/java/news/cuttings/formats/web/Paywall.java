package news.cuttings.formats.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells that a page shows the beginning of its story and keeps the rest for those who pay. */
final class Paywall {
  private static final int NEAR = 8;
  private static final int LONGEST_OFFER = 40;

  private static final int SHORTEST_SENTENCES = 16;

  /** A story of fewer words that ends in an offer is hardly one. */
  private static final int STUB = 150;

  /** One of fewer words may be cut where it ends in the middle of a sentence. */
  private static final int SHORT = 500;

  private static final String CLOSING = ".!?。！？؟।…\"'”’»)";

  private static final Pattern ASKS =
      Pattern.compile(
          "\\b(?:(?:to|and) (?:continue|keep|read)[\\w"
              + " ]{0,20}(?:reading|article|story|more)|continue reading|(?:for|to|by|exclusive to)"
              + " (?:our )?(?:paying |paid )?(?:subscribers|members)\\b|subscribers[-"
              + " ]only|members[- ]only|already a (?:subscriber|member)|(?:subscribe|sign"
              + " up|register|log ?in|sign in) to (?:read|continue|unlock|view)|unlock (?:this|the"
              + " full) (?:article|story)|read the full (?:article|story)|weiterlesen mit|jetzt"
              + " weiterlesen|nur für abonnenten|diesen artikel (?:weiter)?lesen|réservé (?:à"
              + " nos|aux) abonnés|il vous reste \\d|lire la suite|pour lire la"
              + " suite|(?:solo|exclusivo|contenido) para (?:suscriptores|socios)|para"
              + " (?:seguir|continuar) leyendo|(?:conteúdo )?exclusivo para assinantes|continue"
              + " lendo|per continuare a leggere|contenuto riservato agli abbonati|alleen voor"
              + " abonnees|verder lezen|lees verder met|endast för prenumeranter|för att läsa"
              + " vidare|kun for abonnenter|les videre med|vain tilaajille|tylko dla"
              + " prenumeratorów|czytaj dalej|jen pro předplatitele|только для подписчиков|чтобы"
              + " читать дальше|abonelere özel)\\b|有料会員|会員限定|続きを読む|订阅后|구독자 전용|للمشتركين",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private Paywall() {}

  /** Takes an offer that ends the story, and what little stands behind it, off the story. */
  static void leaveOut(List<Block> blocks, boolean[] chosen) {
    int words = 0;
    for (int i = chosen.length - 1; i >= 0 && words <= LONGEST_OFFER; i--) {
      if (chosen[i]) {
        Block block = blocks.get(i);
        words += block.words.count;
        if (words <= LONGEST_OFFER && isShortOffer(block)) {
          Arrays.fill(chosen, i, chosen.length, false);
        }
      }
    }
  }

  private static boolean isShortOffer(Block block) {
    return block.words.count <= SHORTEST_SENTENCES && ASKS.matcher(block.text).find();
  }

  /**
   * Whether a story is cut.
   *
   * @param article what the page's head says of its story
   * @param blocks all of the page
   * @param chosen whether each is of the story
   */
  static boolean cuts(Optional<LinkedData.Thing> article, List<Block> blocks, boolean[] chosen) {
    int words = 0;
    int last = -1;
    for (Block block : blocks) {
      if (chosen[block.index]) {
        words += block.words.count;
        last = block.index;
      }
    }
    if (last < 0) {
      return false;
    }
    boolean isClosed =
        article
            .flatMap(thing -> thing.text("isAccessibleForFree"))
            .filter(free -> free.toLowerCase(Locale.ROOT).endsWith("false"))
            .isPresent();
    boolean asks =
        blocks.subList(last, Math.min(blocks.size(), last + NEAR)).stream()
            .anyMatch(
                block -> block.words.count <= LONGEST_OFFER && ASKS.matcher(block.text).find());
    boolean isOpen = words < SHORT && isOpen(blocks.get(last).text);
    boolean isLess = article.map(Paywall::words).orElse(0) > 2 * words;
    return isClosed ? isOpen || isLess || words < STUB : asks && (isOpen || isLess || words < STUB);
  }

  /** Whether it ends in the middle of a sentence. */
  private static boolean isOpen(String text) {
    int end = text.codePointBefore(text.length());
    return text.endsWith("…") || text.endsWith("...") || CLOSING.indexOf(end) < 0;
  }

  private static int words(LinkedData.Thing article) {
    String count = article.text("wordCount").orElse("").replaceAll("\\D", "");
    return count.isEmpty() || count.length() > 6 ? 0 : Integer.parseInt(count);
  }
}
