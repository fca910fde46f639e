package news.cuttings.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.cuttings.index.TextAnalysis.Joint;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Origin;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes a story's fields. Each text is analysed once; its terms go to the fields it serves and,
 * weighted, to {@link Schema#ALL}. An instance serves one thread, and one story at a time: the
 * fields of a story are good until the next. For use inside the library.
 */
public final class StoryFields {
  private RankingOptions options = RankingOptions.DEFAULT;
  private TextAnalysis analysis = new TextAnalysis(options.analysis(), 1);
  private final Terms terms = new Terms();
  private final Map<String, TermStreams.Placed> placed = new HashMap<>();
  private final TermList headline = list(Schema.HEADLINE);
  private final TermList body = list(Schema.BODY);
  private final TermList lead = list(Schema.LEAD);
  private final TermList exact = list(Schema.EXACT);
  private final TermList written = list(Schema.WRITTEN);
  private final BitSet isWritten = new BitSet();
  private final BytesRefBuilder scratch = new BytesRefBuilder();
  private final TermStreams.Weighted weighted = new TermStreams.Weighted(terms);
  private final MinHashSignature sketch = new MinHashSignature();
  private final List<IndexableField> fields = new ArrayList<>();

  /** Weighs words by those options from now on. */
  public void weigh(RankingOptions by) {
    options = by;
    if (analysis.kind() != by.analysis()) {
      analysis = new TextAnalysis(by.analysis(), 1);
    }
  }

  /** The fields of a story. */
  public List<IndexableField> of(Story story) {
    fields.clear();
    placed.values().forEach(stream -> stream.list().clear());
    terms.clear();
    isWritten.clear();
    add(new StringField(Schema.ID, story.id(), Field.Store.NO));
    add(new SortedDocValuesField(Schema.ID, new BytesRef(story.id())));
    texts(story);
    people(story.people());
    date(story);
    labels(Schema.SOURCE, story.source().stream().toList());
    labels(Schema.SECTION, story.section().stream().toList());
    labels(Schema.BYLINE, story.authors());
    labels(Schema.TOPICS, story.topics());
    story.edition().ifPresent(label -> words(Schema.EDITION, List.of(label)));
    story.origin().ifPresent(this::origin);
    add(new Field(Schema.ALL, weighted, Schema.FREQUENCIES));
    placed(Schema.WRITTEN, Schema.MET);
    copies();
    story.headline().ifPresent(this::shown);
    add(new StoredField(Schema.STORY, StoryJson.writeStored(story)));
    return fields;
  }

  private void texts(Story story) {
    story.headline().ifPresent(text -> text(text, false, 0, 0));
    text(story.body(), true, story.lead().length(), weighedLead(story));
    story.edition().ifPresent(label -> plain(label, 1));
    placed(Schema.HEADLINE, Schema.TEXT);
    placed(Schema.BODY, Schema.TEXT);
    placed(Schema.LEAD, Schema.TEXT);
    placed(Schema.EXACT, Schema.SPELLINGS);
  }

  private void shown(String headline) {
    if (headline.length() <= Schema.MAX_LABEL) {
      add(new BinaryDocValuesField(Schema.HEADLINE_SHOWN, new BytesRef(headline)));
    }
  }

  private void copies() {
    sketch.clear();
    sketch(headline);
    sketch(body);
    add(new BinaryDocValuesField(Schema.COPIES, sketch.bytes()));
  }

  private void sketch(TermList list) {
    for (int i = 0; i < list.size(); i++) {
      sketch.add(terms.sketched(list.number(i)));
    }
  }

  /** The list of a field. */
  private TermList list(String name) {
    return placed.computeIfAbsent(name, first -> new TermStreams.Placed(terms)).list();
  }

  private void placed(String name, FieldType type) {
    if (list(name).size() > 0) {
      add(new Field(name, placed.get(name), type));
    }
  }

  /**
   * So many characters of the body, those it begins with, count as its lead. Many texts come
   * without paragraphs: were all of one its lead, each of its words would count more, and so none.
   */
  public static int weighedLead(Story story) {
    return Math.min(story.lead().length(), Schema.LEAD_WEIGHED);
  }

  /** The headline, or the body, whose first characters are the lead; not all of it counts more. */
  private void text(String text, boolean isBody, int leadEnd, int weighed) {
    analysis.analyse(
        text,
        new Words() {
          private int last = -1;

          @Override
          public void token(BytesRef term, int start, int end, @Nullable String spelling) {
            boolean inLead = isBody && start < leadEnd;
            int step = last < 0 ? 1 : Sentences.step(text, last, start);
            last = end;
            int number = terms.add(term, weight(isBody, start < weighed));
            (isBody ? body : headline).add(number, step);
            if (inLead) {
              lead.add(number, step);
            }
            spelling(spelling);
          }

          @Override
          public void whole(
              BytesRef term, int start, int end, @Nullable String spelling, Joint kind) {
            terms.add(term, weight(isBody, start < weighed));
            spelling(spelling);
          }
        });
  }

  private int weight(boolean isBody, boolean inLead) {
    return isBody ? (inLead ? 1 + options.leadWeight() : 1) : options.headlineWeight();
  }

  /** Takes words as they are written. */
  private abstract class Words implements TextAnalysis.Sink {
    @Override
    public void written(char[] word, int length) {
      scratch.copyChars(word, 0, length);
      int number = terms.add(scratch.get(), 0);
      if (!isWritten.get(number)) {
        isWritten.set(number);
        written.add(number, 1);
      }
    }
  }

  private void plain(String text, int weight) {
    analysis.analyse(
        text,
        new Words() {
          @Override
          public void token(BytesRef term, int start, int end, @Nullable String spelling) {
            terms.add(term, weight);
            spelling(spelling);
          }

          @Override
          public void whole(
              BytesRef term, int start, int end, @Nullable String spelling, Joint kind) {
            token(term, start, end, spelling);
          }
        });
  }

  private void spelling(@Nullable String spelling) {
    if (spelling != null) {
      exact.add(terms.add(new BytesRef(spelling), 0), 1);
    }
  }

  private void people(List<Person> people) {
    Set<String> keys = new HashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (Person person : people) {
      String key = Labels.personKey(person.name());
      if (keys.add(key)) {
        add(new StringField(Schema.PERSON, key, Field.Store.NO));
        add(SortedSetDocValuesField.indexedField(Schema.PERSON, new BytesRef(key)));
      }
      plain(person.name(), options.peopleWeight());
      spelling(key, person.name());
      names.add(person.name());
      for (String met : person.spellings()) {
        spelling(key, met);
        names.add(met);
      }
    }
    if (!names.isEmpty()) {
      words(Schema.PERSON_WORDS, names);
    }
  }

  private void spelling(String key, String met) {
    String value = key + Schema.SEPARATOR + Labels.cut(met, Schema.MAX_LABEL);
    add(new SortedSetDocValuesField(Schema.PERSON_SPELLING, new BytesRef(value)));
  }

  private void date(Story story) {
    story
        .date()
        .ifPresent(date -> {
          add(new LongPoint(Schema.DATE, date.toEpochDay()));
          add(NumericDocValuesField.indexedField(Schema.DATE, date.toEpochDay()));
        });
    story
        .published()
        .ifPresent(at -> add(new NumericDocValuesField(Schema.PUBLISHED, at.getEpochSecond())));
  }

  private void labels(String name, List<String> labels) {
    if (labels.isEmpty()) {
      return;
    }
    words(name, labels);
    for (String label : labels) {
      String cut = Labels.cut(label, Schema.MAX_LABEL);
      add(SortedSetDocValuesField.indexedField(name, new BytesRef(cut)));
    }
  }

  /**
   * Words with a gap between one label and the next. The field is there even where no label has a
   * word: Lucene wants the same structures of a field in every document.
   */
  private void words(String name, Iterable<String> labels) {
    TermList list = list(name);
    for (String label : labels) {
      int step = 1 + (list.size() == 0 ? 0 : Schema.PARAGRAPH_GAP);
      for (String word : Labels.words(label)) {
        list.add(terms.add(new BytesRef(word), 0), step);
        step = 1;
      }
    }
    add(new Field(name, placed.get(name), Schema.LABEL));
  }

  private void origin(Origin origin) {
    add(
        new StringField(
            Schema.ORIGIN, Labels.cut(origin.file(), Schema.MAX_LABEL), Field.Store.NO));
    origin
        .pageKey()
        .ifPresent(page -> add(new StringField(Schema.PAGE, Labels.page(page), Field.Store.NO)));
  }

  private void add(IndexableField field) {
    fields.add(field);
  }
}
