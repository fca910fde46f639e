package news.cuttings.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.cuttings.index.Schema;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A story as the cluster gets it: Lucene's fields of it, term by term. So both have the same terms
 * by construction.
 */
final class StoryDocument {
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  private StoryDocument() {}

  /** The object of those fields. */
  static Map<String, @Nullable Object> of(List<IndexableField> fields) {
    StoryDocument document = new StoryDocument();
    for (IndexableField field : fields) {
      document.add(field);
    }
    return document.members;
  }

  private void add(IndexableField field) {
    String name = field.name();
    Schema.Kind kind = Objects.requireNonNull(Schema.KINDS.get(name), name);
    TokenStream stream = field instanceof Field own ? own.tokenStreamValue() : null;
    switch (kind) {
      case KEY, TERM, VALUES -> value(name, field);
      case POINT, NUMBER -> members.put(name, Objects.requireNonNull(field.numericValue()));
      case STORED -> members.put(name, Objects.requireNonNull(field.stringValue()));
      case SPELLINGS -> members.put(name, distinct(Objects.requireNonNull(stream)));
      case WEIGHTED -> members.put(name, weighted(Objects.requireNonNull(stream)));
      case TEXT, WORDS -> members.put(name, placed(Objects.requireNonNull(stream)));
      case LOCAL -> {}
      case LABELS -> {
        if (stream == null) {
          value(name + Mapping.VALUES, field);
        } else {
          members.put(name, placed(stream));
        }
      }
    }
  }

  /** A term, and the doc value that is the same, once. */
  @SuppressWarnings("unchecked") // only sets are put for these
  private void value(String name, IndexableField field) {
    BytesRef bytes = field.binaryValue();
    String text = bytes == null ? field.stringValue() : bytes.utf8ToString();
    Set<Object> values =
        (Set<Object>) members.computeIfAbsent(name, absent -> new LinkedHashSet<>());
    if (text != null && values != null) {
      values.add(text);
    }
  }

  /** Takes the terms of a stream. */
  private interface Sink {
    void term(String term);
  }

  private static void each(TokenStream stream, Sink sink) {
    TermToBytesRefAttribute term =
        Objects.requireNonNull(stream.getAttribute(TermToBytesRefAttribute.class));
    try (stream) {
      stream.reset();
      while (stream.incrementToken()) {
        sink.term(term.getBytesRef().utf8ToString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("terms in memory cannot fail to be read", e);
    }
  }

  private static Set<String> distinct(TokenStream stream) {
    Set<String> terms = new LinkedHashSet<>();
    each(stream, terms::add);
    return terms;
  }

  private static String weighted(TokenStream stream) {
    TermFrequencyAttribute weight =
        Objects.requireNonNull(stream.getAttribute(TermFrequencyAttribute.class));
    StringBuilder text = new StringBuilder();
    each(
        stream,
        term ->
            text.append(text.isEmpty() ? "" : " ")
                .append(term)
                .append(Mapping.WEIGHT)
                .append(weight.getTermFrequency()));
    return text.toString();
  }

  /**
   * The words of each sentence or label as one string. Between two strings the cluster leaves
   * {@link Schema#SENTENCE_GAP} positions; empty ones widen the gap.
   */
  private static List<String> placed(TokenStream stream) {
    PositionIncrementAttribute step =
        Objects.requireNonNull(stream.getAttribute(PositionIncrementAttribute.class));
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    each(
        stream,
        term -> {
          int gaps = part.isEmpty() ? 0 : (step.getPositionIncrement() - 1) / Schema.SENTENCE_GAP;
          if (gaps > 0) {
            parts.add(part.toString());
            part.setLength(0);
            for (int i = 1; i < gaps; i++) {
              parts.add("");
            }
          }
          part.append(part.isEmpty() ? "" : " ").append(term);
        });
    parts.add(part.toString());
    return parts;
  }
}
