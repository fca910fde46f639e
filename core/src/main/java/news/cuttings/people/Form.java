package news.cuttings.people;

/** A word of one text, whatever its case: what the lists know of it, and what the text shows. */
final class Form {
  final String folded;
  final Lexicon.Entry entry;

  /** Whether the word is a title, or what a thing is that is named after somebody. */
  final boolean title;

  final boolean head;

  /** Whether the word ends the name of a firm. */
  final boolean firm;

  /** How often the text has it in lower case. */
  int lower;

  /**
   * What the text's own plain cases add to the word elsewhere in it; see {@link PlainRecogniser}.
   */
  double known;

  Form(String folded, Lexicon.Entry entry) {
    this.folded = folded;
    this.entry = entry;
    title = Heads.TITLES.contains(folded);
    head = Heads.OF_THINGS.contains(folded);
    firm = Heads.OF_FIRMS.contains(folded);
  }
}
