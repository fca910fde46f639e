package news.cuttings.people;

/** A word of one text, whatever its case: what the lists know of it, and what the text shows. */
final class Form {
  final String folded;
  final Lexicon.Entry entry;

  /** How often the text has it in lower case. */
  int lower;

  /** What the text's own plain cases add to the word elsewhere in it; see {@link PlainRecogniser}. */
  double known;

  Form(String folded, Lexicon.Entry entry) {
    this.folded = folded;
    this.entry = entry;
  }
}
