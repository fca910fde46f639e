package news.cuttings.people;

/** A word of one text, whatever its case: what the lists know of it, and what the text shows. */
final class Form {
  final long hash;
  final String folded;

  /** See {@link Lexicon}. */
  final int facts;

  /** How often the text has it in small letters, and with a capital. */
  int lower;

  int upper;

  /** How often it follows a title, follows a given name, and goes before a surname. */
  int afterTitle;

  int afterGiven;
  int beforeSurname;

  /** Whether it is part of a firm's name: {@code Baker} in {@code Baker Inc}. */
  boolean ofFirm;

  /** How sure the best and the second best of its places are that it is in a name; and where. */
  float sure;

  float sureElse;
  int surest = -1;

  /** The sum over all places that count, and how many they are. */
  float all;

  int places;

  /** How sure the best place is that it begins, and ends, a name of more than one word. */
  float sureFirst;

  float sureLast;

  Form(long hash, String folded, int facts) {
    this.hash = hash;
    this.folded = folded;
    this.facts = facts;
  }

  boolean has(int fact) {
    return (facts & fact) != 0;
  }

  /** How sure another place than that one is; -1 where there is none. */
  float sureBut(int token) {
    return token == surest ? sureElse : sure;
  }

  /** The mean of all places but one of that probability; -1 where there is none. */
  float meanBut(float own) {
    return places < 2 ? -1 : (all - own) / (places - 1);
  }

  void meet(int token, float probability) {
    all += probability;
    places++;
    if (surest < 0 || probability > sure) {
      sureElse = surest < 0 ? -1 : sure;
      sure = probability;
      surest = token;
    } else if (probability > sureElse) {
      sureElse = probability;
    }
  }
}
