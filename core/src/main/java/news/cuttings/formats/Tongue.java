package news.cuttings.formats;

import java.util.List;
import java.util.Set;
import news.cuttings.story.Letters;

/** Tells a line in another language of the West from an English one by its small words. */
final class Tongue {
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "is", "was", "for", "with", "that", "on", "it", "its", "by",
          "has", "have", "are", "from", "after", "at", "his", "her", "their", "this", "be", "an",
          "as", "who");
  private static final Set<String> OTHER =
      Set.of(
          "der", "das", "und", "sie", "mit", "zu", "auf", "ihre", "ihren", "fur", "von", "ist",
          "nicht", "le", "les", "des", "et", "vous", "votre", "pour", "est", "une", "aux", "cette",
          "du", "el", "los", "las", "y", "su", "para", "con", "es", "una", "mas", "de", "la", "il",
          "gli", "e", "per", "tuo", "tua", "di", "che", "sei", "os", "seu", "sua", "voce", "um",
          "uma", "het", "een", "en", "je", "uw", "voor", "van", "bent", "och", "att", "din", "til",
          "og", "ar", "na", "do", "si", "jestes", "z", "ya", "schon", "bereits", "deja", "gia",
          "ja", "al");

  private Tongue() {}

  /** Whether any of the small words of English is there. */
  static boolean isEnglish(String line) {
    return Letters.words(Letters.key(line)).stream().anyMatch(ENGLISH::contains);
  }

  static boolean isForeign(String line) {
    List<String> words = Letters.words(Letters.key(line));
    long english = words.stream().filter(ENGLISH::contains).count();
    long other = words.stream().filter(OTHER::contains).count();
    return other >= 2 && other > english * 2;
  }
}
