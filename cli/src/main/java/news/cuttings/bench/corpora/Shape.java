package news.cuttings.bench.corpora;

/** What is asked of an engine. */
public enum Shape {
  /** Stories with any of the words, best first. */
  ANY,
  /** Stories with all of the words, best first. */
  ALL,
  /** Stories with the phrase. */
  PHRASE,
  /** Stories with any of the words in the headline. */
  HEADLINE,
  /** Stories that name the person, newest first. */
  PERSON,
  /** Stories of some days with any of the words. */
  DATED,
  /** Stories with a word that begins so. */
  PREFIX,
  /** Stories with a word spelt nearly so. */
  FUZZY,
  /** Stories like that one. */
  LIKE,
  /** As {@link #ANY}, with headline and date of each. */
  LISTED,
  /** As {@link #ANY}, with headline and date, and the sentences that answer, their words marked. */
  SHOWN,
  /** As {@link #ANY}, the page after the first. */
  PAGED,
  /** As {@link #ANY}, with how each score came about. */
  EXPLAINED,
  /** Who is named most in the stories with all of the words. */
  PEOPLE,
  /** How many of the stories with all of the words are of each month. */
  MONTHS,
  /** What the text says in the engine's own query language. */
  WRITTEN
}
