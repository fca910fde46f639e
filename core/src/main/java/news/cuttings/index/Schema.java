package news.cuttings.index;

import java.util.Map;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * The fields of a story in the index, version 2: stated here and nowhere else.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><th>field</th><th>holds</th><th>serves</th></tr>
 * <tr><td>{@code id}</td><td>term, doc value</td><td>upsert, naming hits, order of ties</td></tr>
 * <tr><td>{@code all}</td><td>terms with summed weights as frequencies, norm; also wholes of
 * joined words ({@code guardian.com})</td><td>plain words</td></tr>
 * <tr><td>{@code headline}, {@code body}, {@code lead}</td><td>terms with positions, norm</td><td>
 * fielded words, phrases, proximity</td></tr>
 * <tr><td>{@code exact}</td><td>spellings that folding changes</td><td>an exact spelling before a
 * folded one</td></tr>
 * <tr><td>{@code written}</td><td>words, folded, where {@code all} does not tell how they are
 * written</td><td>beginnings of words</td></tr>
 * <tr><td>{@code person}</td><td>keys: terms, doc values</td><td>facets, people in common</td></tr>
 * <tr><td>{@code person_spelling}</td><td>doc values: key U+001F spelling</td><td>spellings met</td></tr>
 * <tr><td>{@code person_words}</td><td>words of names with positions</td><td>{@code person:}</td></tr>
 * <tr><td>{@code date}</td><td>point, doc value: days since 1970</td><td>ranges, order</td></tr>
 * <tr><td>{@code published}</td><td>doc value: seconds since 1970</td><td>ties of date</td></tr>
 * <tr><td>{@code source}, {@code section}, {@code byline}, {@code topics}</td><td>words with
 * positions; doc values as written</td><td>filters; facets</td></tr>
 * <tr><td>{@code edition}</td><td>words with positions; also in {@code all}</td><td>filter, words</td></tr>
 * <tr><td>{@code origin}, {@code page}</td><td>term</td><td>stories of a file, of a page</td></tr>
 * <tr><td>{@code story}</td><td>stored JSON</td><td>a hit looked at</td></tr>
 * <tr><td>{@code headline_shown}</td><td>doc value: the headline as written</td><td>a list of
 * hits</td></tr>
 * <tr><td>{@code copies}</td><td>doc value: a {@link MinHashSignature}</td><td>near-copies</td></tr>
 * </table>
 */
public final class Schema {
  /** The version of the fields: an index of another one is refused. */
  public static final int VERSION = 2;

  /** The version of the analysis: an index of an older one is refused. */
  public static final int ANALYSIS = 3;

  /** The story's key. */
  public static final String ID = "id";

  /** All words, weighted by where they stand. */
  public static final String ALL = "all";

  /** The headline's words. */
  public static final String HEADLINE = "headline";

  /** The body's words. */
  public static final String BODY = "body";

  /** The first paragraph's words. */
  public static final String LEAD = "lead";

  /**
   * Spellings that folding changes, as {@code folded U+001F exact}: so few that they cost little,
   * and one look at the terms of a folded word tells whether it has other spellings.
   */
  public static final String EXACT = "exact";

  /**
   * Words as they are written, folded, of which the terms in {@link #ALL} do not tell: those that
   * are not their own stem, and those whose stem other words may have that do not begin so.
   */
  public static final String WRITTEN = "written";

  /** The headline as written; absent where there is none, or where it is too long for a list. */
  public static final String HEADLINE_SHOWN = "headline_shown";

  /** Keys of the people. */
  public static final String PERSON = "person";

  /** Spellings of the people, as {@code key U+001F spelling}. */
  public static final String PERSON_SPELLING = "person_spelling";

  /** Words of the people's names. */
  public static final String PERSON_WORDS = "person_words";

  /** The day. */
  public static final String DATE = "date";

  /** The moment. */
  public static final String PUBLISHED = "published";

  /** The publication. */
  public static final String SOURCE = "source";

  /** The section. */
  public static final String SECTION = "section";

  /** The writer. */
  public static final String BYLINE = "byline";

  /** The topics. */
  public static final String TOPICS = "topics";

  /** The edition's label. */
  public static final String EDITION = "edition";

  /** The file it was read from. */
  public static final String ORIGIN = "origin";

  /** The page it was read from, where it shares it. */
  public static final String PAGE = "page";

  /** The story itself. */
  public static final String STORY = "story";

  /** The wording in short. */
  public static final String COPIES = "copies";

  /** Between the parts of a compound term. */
  public static final char SEPARATOR = '\u001F';

  /** Positions between two sentences: a phrase with less slop stays in its sentence. */
  public static final int SENTENCE_GAP = 10;

  /** Positions between two paragraphs, two people, two labels. */
  public static final int PARAGRAPH_GAP = 100;

  /**
   * So many characters of the lead count more in {@link #ALL}, in round figures its first twenty
   * words.
   */
  public static final int LEAD_WEIGHED = 120;

  /** Longer keys and labels are cut to so many characters. */
  public static final int MAX_LABEL = 1000;

  /** Words with a norm, where neither place nor stored text is wanted. */
  static final FieldType FREQUENCIES = type(IndexOptions.DOCS_AND_FREQS, false);

  /** Words with places and a norm. */
  static final FieldType TEXT = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);

  /** Words with places; the length of the field says nothing. */
  static final FieldType LABEL = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

  /** Spellings: how often, not where; the length of the field says nothing. */
  static final FieldType SPELLINGS = type(IndexOptions.DOCS_AND_FREQS, true);

  /** Words: whether they are there, no more. */
  static final FieldType MET = type(IndexOptions.DOCS, true);

  /** How a field is held. */
  public enum Kind {
    /** A term, also in doc values. */
    KEY,
    /** A term. */
    TERM,
    /** Terms with weights as frequencies, and a norm. */
    WEIGHTED,
    /** Terms with positions, and a norm. */
    TEXT,
    /** Terms with positions. */
    WORDS,
    /** Terms with positions; doc values as written. */
    LABELS,
    /** Terms, each once. */
    SPELLINGS,
    /** Doc values. */
    VALUES,
    /** A point, and a doc value. */
    POINT,
    /** A doc value that is a number. */
    NUMBER,
    /** Stored. */
    STORED,
    /** Doc values that only Lucene's own index has: what can be done without, or is sent anyway. */
    LOCAL
  }

  /** Every field and how it is held, for an index that is not Lucene's own. */
  public static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry(ID, Kind.KEY),
          Map.entry(ALL, Kind.WEIGHTED),
          Map.entry(HEADLINE, Kind.TEXT),
          Map.entry(BODY, Kind.TEXT),
          Map.entry(LEAD, Kind.TEXT),
          Map.entry(EXACT, Kind.SPELLINGS),
          Map.entry(WRITTEN, Kind.SPELLINGS),
          Map.entry(HEADLINE_SHOWN, Kind.LOCAL),
          Map.entry(PERSON, Kind.KEY),
          Map.entry(PERSON_SPELLING, Kind.VALUES),
          Map.entry(PERSON_WORDS, Kind.WORDS),
          Map.entry(DATE, Kind.POINT),
          Map.entry(PUBLISHED, Kind.NUMBER),
          Map.entry(SOURCE, Kind.LABELS),
          Map.entry(SECTION, Kind.LABELS),
          Map.entry(BYLINE, Kind.LABELS),
          Map.entry(TOPICS, Kind.LABELS),
          Map.entry(EDITION, Kind.WORDS),
          Map.entry(ORIGIN, Kind.TERM),
          Map.entry(PAGE, Kind.TERM),
          Map.entry(COPIES, Kind.LOCAL),
          Map.entry(STORY, Kind.STORED));

  private Schema() {}

  private static FieldType type(IndexOptions options, boolean omitNorms) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }
}
