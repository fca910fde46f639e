package news.cuttings.bench.corpora;

import java.util.Locale;

/** A class of questions that are alike in shape and cost. */
public enum QueryClass {
  /** Any of two words of a story: a page of hits with headline and date, as a list shows it. */
  PAGE(Shape.LISTED, 2),
  /** The same with marked snippets. */
  PAGE_SNIPPETS(Shape.SHOWN, 2),
  /** One word of those that make up the first half of all postings. */
  TERM_FREQUENT(Shape.ANY, 1),
  /** One word of those that make up the next two fifths. */
  TERM_MIDDLING(Shape.ANY, 1),
  /** One word of the rest that is in two stories at least. */
  TERM_RARE(Shape.ANY, 1),
  /** Any of two words of one story. */
  OR_2(Shape.ANY, 2),
  /** Any of three. */
  OR_3(Shape.ANY, 3),
  /** Any of four. */
  OR_4(Shape.ANY, 4),
  /** Any of eight, as many as a question in a sentence has. */
  OR_8(Shape.ANY, 8),
  /** Two words of one story. */
  AND_2(Shape.ALL, 2),
  /** Three. */
  AND_3(Shape.ALL, 3),
  /** Four. */
  AND_4(Shape.ALL, 4),
  /** Two words that follow one another in a story. */
  PHRASE_2(Shape.PHRASE, 2),
  /** Three. */
  PHRASE_3(Shape.PHRASE, 3),
  /** Any of two words of one headline, in headlines. */
  HEADLINE(Shape.HEADLINE, 2),
  /** A person whom a story's source named. */
  PERSON(Shape.PERSON, 0),
  /** Any of two words of a story, in the days around it. */
  DATE_RANGE(Shape.DATED, 2),
  /** The first four letters of a word. */
  PREFIX(Shape.PREFIX, 1),
  /** A word with a letter changed. */
  FUZZY(Shape.FUZZY, 1),
  /** More like a story. */
  MORE_LIKE_THIS(Shape.LIKE, 0),
  /** Any of two words of a story, the second page. */
  CURSOR(Shape.PAGED, 2),
  /** Any of two words of a story, each score explained. */
  EXPLAIN(Shape.EXPLAINED, 2),
  /** The people of the stories that have a word of the first half of all postings. */
  FACETS(Shape.PEOPLE, 1),
  /** The months of such stories. */
  TIMELINE(Shape.MONTHS, 1);

  private final Shape shape;
  private final int words;

  QueryClass(Shape shape, int words) {
    this.shape = shape;
    this.words = words;
  }

  /** The name in reports: {@code or_2}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Shape shape() {
    return shape;
  }

  /** How many words a question has; 0 where it has none. */
  int words() {
    return words;
  }
}
