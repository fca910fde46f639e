package news.cuttings.formats.edition;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.cuttings.story.Letters;

/**
 * Tells the lines by which a site speaks of itself: offers, sign-in lines, buttons.
 *
 * <p>Such a line speaks to the reader: it opens with an imperative or a question, says {@code
 * your}, names the site, and is about trials and subscriptions. A story may be about these too, so
 * words alone prove nothing: among the paragraphs of a story only a line made of nothing else, or
 * one that names the site as well, is boilerplate.
 */
final class Boilerplate {
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

  /** What sites sell, folded; matched at the start of a word. */
  private static final List<String> OFFERS =
      list(
          """
          free trial, day trial, subscri, sign in, sign up, signin, log in, login, premium stor, premium article, \
          unlimited access, unlimited reading, digital access, full access, magazines and newspapers, newsletter, \
          cookie, app store, google play, our app, register, anytime, any time, membership, unlock, \
          privacy policy, terms of use, terms and conditions, all rights reserved, full story, full article, \
          whole story, premium content, curated, \
          probeabo, probezeit, testversion, testphase, probemonat, kostenlos, abonn, anmeld, einlogg, \
          registrier, zugriff, zugang, zeitschriften, premium geschichten, \
          essai gratuit, abonne, connecte, connexion, inscri, acces illimit, acceder, magazines et journaux, \
          prueba gratu, suscri, inicia sesion, iniciar sesion, inicie sesion, registr, acceso ilimitado, acceder, \
          revistas y periodicos, historias premium, \
          prova gratuit, abbona, accedi, accedere, accesso illimitato, riviste e giornali, storie premium, \
          teste grat, avaliacao gratuita, assin, entrar, inicie sessao, iniciar sessao, acesso ilimitado, \
          revistas e jornais, historias premium, \
          proefperiode, proefabonnement, gratis proef, inlog, aanmeld, toegang, tijdschriften, \
          provperiod, prenumer, logga in, gratis, log ind, logg inn, proveperiode, tidning, \
          okres probny, wersj, subskry, zaloguj, dostep, czasopism\
          """);

  private static final Set<String> IMPERATIVES =
      words(
          """
          start subscribe sign log login try get unlock read continue download join enjoy access register buy listen \
          share follow become upgrade activate claim discover explore support create begin cancel \
          starten starte holen hole testen teste lesen abonnieren melden jetzt laden \
          commencez demarrez essayez abonnez profitez accedez connectez lisez inscrivez decouvrez telechargez \
          comience comienza empieza empiece inicia inicie suscribete suscribase prueba pruebe disfruta disfrute \
          accede acceda descarga lee \
          inizia iniziate prova abbonati accedi registrati scopri scarica leggi \
          comece assine experimente acesse desfrute baixe leia \
          begin probeer krijg lees meld neem abonneer ontdek \
          starta prova las logga prenumerera proev start rozpocznij zaloguj subskrybuj czytaj\
          """);

  private static final Set<String> TO_THE_READER =
      words(
          """
          you your yours ihre ihren ihrer ihr dein deine deinen votre vos vous ton tes tu tus su sus tuo tua tuoi \
          vostro seu sua seus jouw je uw din ditt dina twoj swoj\
          """);

  private static final Set<String> QUESTIONS =
      words(
          "already not new want have forgot enjoying schon bereits deja ya gia ja ja al har er"
              + " redan masz juz");

  private static final Set<String> ENGLISH_QUESTIONS =
      words("already not new want have forgot enjoying");

  private static final Set<String> BRANDS =
      words(
          "magzter pressreader readly zinio issuu cafeyn flipster pocketmags scribd everand"
              + " blendle");

  /** What a story's own sentences have and offers do not. */
  private static final Set<String> TOLD =
      words("said says told tells according warned argued ruled reported announced was were had");

  /** The words of buttons and menus. */
  private static final Set<String> BUTTONS =
      words(
          """
          sign log login logout register subscribe read reading continue share listen translate print bookmark \
          advertisement sponsored promoted cookie cookies view download menu trial follow comment comments privacy \
          facebook twitter whatsapp instagram linkedin telegram pinterest gold premium faq \
          related recommended trending newsletter app accept reject decline cancel unsubscribe \
          weiterlesen anmelden einloggen registrieren teilen abonnieren anhoren anzeige testen versuchen \
          lire partager connecter connexion abonner ecouter traduire essayer \
          leer leyendo compartir sesion suscribirse suscribete escuchar traducir intentar \
          leggi leggere condividi accedi abbonati ascolta traduci prova \
          leia lendo compartilhar entrar assine ouvir traduzir tente \
          lees verder delen inloggen abonneren luisteren vertalen poging \
          dela lyssna logga prenumerera dele lytt zaloguj udostepnij czytaj \
          anzeigen ansehen voir ver vedi bekijk bekijken visa vis zobacz\
          """);

  /** Words that stand beside them. */
  private static final Set<String> BESIDE_BUTTONS =
      words(
          """
          in up out more now all see less show save email copy link gift report this story stories article articles the \
          full a an to or and of use terms service conditions settings accept reject manage preferences policy \
          contact us about help home search store google play get it on your free new start days day day's \
          x back top next previous skip content with for try from issue our premium unlimited gratis \
          you may also like might most popular latest \
          alle alles tout todo todos todas tutti tutte tudo toutes alla wszystkie \
          mehr lesen jetzt frei kostenlos diesen artikel la suite plus se s' gratuit or article cet mas seguir iniciar \
          oro tutto continua ouro mais continue goud vrij meer guld magazine magazines site website page\
          """);

  /** Whole entries of menus whose words stand in headlines too; {@code #} for any number. */
  private static final Set<String> ENTRIES =
      Set.of(
          "about",
          "about us",
          "contact",
          "contact us",
          "help",
          "help centre",
          "help center",
          "home",
          "careers",
          "learn more",
          "terms",
          "terms of use",
          "terms of service",
          "terms conditions",
          "terms and conditions",
          "report an issue",
          "report a problem",
          "gift # articles",
          "gift this article",
          "gift article",
          "change font size",
          "font size",
          "text size",
          "back to top",
          "view all",
          "see all",
          "show all",
          "my account",
          "my library",
          "give feedback",
          "save",
          "advertise",
          "advertise with us",
          "faqs",
          "sitemap",
          "site map",
          "close",
          "send feedback",
          "refer a friend",
          "impressum",
          "datenschutz");

  /** What a site calls itself when it speaks of cookies. */
  private static final Set<String> SITE_SELF =
      words("site website experience unsere website webseite site sitio sito navegacion ervaring");

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern COPYRIGHT =
      Pattern.compile("^(?:copyright\\s)?(?:©|\\(c\\)\\s?\\d{4})", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_NOTICE = 160;
  private static final int MOST_ON_A_BUTTON = 8;
  private static final int LONGEST = 400;

  private Boilerplate() {}

  private static List<String> list(String terms) {
    return Arrays.stream(terms.split(",")).map(String::strip).distinct().toList();
  }

  private static Set<String> words(String words) {
    return Arrays.stream(words.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the line is made of the words of buttons: {@code Read more}, {@code Sign In}. */
  static boolean isButton(String line) {
    return isButton(line, split(line));
  }

  static boolean isButton(String line, List<String> words) {
    if (isCopyright(line)) {
      return true;
    }
    if (words.isEmpty() || words.size() > MOST_ON_A_BUTTON || endsOrQuotes(line)) {
      return false;
    }
    return isEntry(words) || isMadeOfButtons(words);
  }

  private static boolean isMadeOfButtons(List<String> words) {
    return words.stream().anyMatch(Boilerplate::isButtonWord)
        && words.stream().allMatch(w -> isButtonWord(w) || BESIDE_BUTTONS.contains(w));
  }

  private static boolean isEntry(List<String> words) {
    return ENTRIES.contains(DIGITS.matcher(String.join(" ", words)).replaceAll("#"));
  }

  /** {@code © 2024 The Courier. All rights reserved.} */
  private static boolean isCopyright(String line) {
    return line.length() <= LONGEST_NOTICE && COPYRIGHT.matcher(line).find();
  }

  private static boolean isButtonWord(String word) {
    return BUTTONS.contains(word) || BRANDS.contains(word);
  }

  private static boolean endsOrQuotes(String line) {
    return (line.endsWith(".") && !line.endsWith("..")) || isQuoted(line);
  }

  private static boolean isQuoted(String line) {
    return line.startsWith("\"") || line.startsWith("“") || line.startsWith("‘");
  }

  /** Whether the line names an aggregator. */
  static boolean namesSite(List<String> words) {
    return words.stream().anyMatch(BRANDS::contains);
  }

  /** Whether the line asks for leave to keep cookies. */
  static boolean isCookieNotice(List<String> words) {
    return words.stream().anyMatch(w -> w.startsWith("cookie"))
        && words.stream().anyMatch(SITE_SELF::contains);
  }

  /** {@code Already a subscriber?}, {@code Bent u al abonnee?} */
  private static boolean asks(List<String> words, String line) {
    return line.contains("?")
        && (ENGLISH_QUESTIONS.contains(words.getFirst())
            || words.stream().limit(3).anyMatch(QUESTIONS::contains));
  }

  /** Whether the line opens as offers do: with an imperative, or a question to the reader. */
  static boolean opensAsOffer(String line, List<String> words) {
    return !words.isEmpty() && (IMPERATIVES.contains(words.getFirst()) || asks(words, line));
  }

  /**
   * How much the line speaks as a site does to its readers: 0 not at all, 2 probably, 4 hardly
   * anything else.
   */
  static int score(String line) {
    return score(line, split(line));
  }

  static int score(String line, List<String> words) {
    if (words.isEmpty() || line.length() > LONGEST) {
      return 0;
    }
    boolean opens = opensAsOffer(line, words);
    boolean addresses = words.stream().anyMatch(TO_THE_READER::contains);
    boolean brand = namesSite(words);
    if (!opens && !addresses && !brand) {
      return 0;
    }
    String folded = " " + String.join(" ", words);
    int offers = (int) OFFERS.stream().filter(term -> folded.contains(" " + term)).count();
    if (offers == 0 && !brand) {
      return 0;
    }
    int told = words.stream().anyMatch(TOLD::contains) || isQuoted(line) ? 3 : 0;
    return Math.min(3, offers) + (opens ? 1 : 0) + (addresses ? 1 : 0) + (brand ? 1 : 0) - told;
  }

  /** The words, folded, that the other questions are asked of. */
  static List<String> split(String line) {
    String folded = Letters.fold(line).strip();
    return Arrays.stream(NOT_WORDS.split(folded)).filter(w -> !w.isEmpty()).toList();
  }
}
