package news.cuttings.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import news.cuttings.index.Labels;
import news.cuttings.index.Sentences;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Snippet;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Field;
import news.cuttings.story.Letters;
import news.cuttings.story.Spelling;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds a query's words in a text and cuts the sentences that hold most of them. Works on the
 * stored story alone, so that it can be put off until a snippet is looked at. Not for use by many
 * threads at once.
 */
public final class Highlighter {
  private static final int LENGTH = 240;
  private static final int LONGEST = 400;

  private final Supplier<TextAnalysis> analysis;
  private final Set<BytesRef> terms = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final List<Sought> phrases = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();
  private final List<Clause.Fuzzy> fuzzy = new ArrayList<>();
  private final ToDoubleFunction<String> worth;

  /**
   * A word of the text that the query asks for, and the sentence it is in.
   *
   * @param written the word as a beginning is compared with it; empty where nobody asks
   */
  private record Found(int start, int end, String term, String written, int sentence) {}

  /**
   * Words of a phrase in order.
   *
   * @param terms all of them
   * @param isBegun whether the last is only the beginning of one
   */
  private record Sought(List<String> terms, boolean isBegun) {
    boolean fits(int place, Found word) {
      String term = terms.get(place);
      boolean isLast = place == terms.size() - 1;
      if (isBegun && isLast) {
        return word.term().startsWith(term) || word.written().startsWith(term);
      }
      return word.term().equals(term);
    }
  }

  /** Where a sentence is. */
  private record Span(int start, int end) {}

  /** A text taken apart. */
  private record Read(List<Found> found, List<Span> sentences) {}

  /**
   * @param clause whose words to find
   * @param analysis how the index makes terms: that of the thread which asks
   * @param worth how much a term's presence in a snippet is worth: its idf
   */
  public Highlighter(
      Clause clause, Supplier<TextAnalysis> analysis, ToDoubleFunction<String> worth) {
    this.analysis = analysis;
    this.worth = worth;
    collect(clause);
  }

  /** Finds these terms. */
  public Highlighter(
      Set<String> terms,
      Set<String> names,
      Supplier<TextAnalysis> analysis,
      ToDoubleFunction<String> worth) {
    this.analysis = analysis;
    this.worth = worth;
    terms.forEach(term -> this.terms.add(new BytesRef(term)));
    this.names.addAll(names);
  }

  private void collect(Clause clause) {
    switch (clause) {
      case Clause.Word word -> words(word.field(), word.text());
      case Clause.Phrase phrase -> phrase(phrase);
      case Clause.Prefix prefix ->
          last(prefix.field(), prefix.text(), word -> prefixes.add(analysis.get().written(word)));
      case Clause.Fuzzy one ->
          last(
              one.field(),
              one.text(),
              word -> fuzzy.add(new Clause.Fuzzy(one.field(), Letters.fold(word), one.edits())));
      case Clause.Weighted weighted -> collect(weighted.clause());
      case Clause.Group group ->
          group.parts().stream()
              .filter(part -> part.occur() != Clause.Occur.NOT)
              .forEach(part -> collect(part.clause()));
      case Clause.Everything everything -> {}
      case Clause.Days days -> {}
      case Clause.Undated undated -> {}
    }
  }

  /** The words before the last are as they are; what is done with the last, each spelling of it. */
  private void last(Field field, String text, Consumer<String> taker) {
    if (field == Field.PERSON) {
      List<String> words = Labels.words(text);
      names.addAll(words.subList(0, Math.max(0, words.size() - 1)));
      words.stream().skip(Math.max(0, words.size() - 1)).forEach(taker);
    } else if (field.kind() == Field.Kind.TEXT) {
      List<TextAnalysis.Token> tokens = analysis.get().tokens(text);
      tokens.stream().limit(Math.max(0, tokens.size() - 1)).forEach(this::word);
      if (tokens.isEmpty()) {
        taker.accept(text);
      } else {
        TextAnalysis.Token last = tokens.getLast();
        taker.accept(text.substring(last.start()));
        last.asName().ifPresent(name -> taker.accept(text.substring(name.start())));
      }
    }
  }

  /** An exact phrase is marked where it stands, not its words elsewhere. */
  private void phrase(Clause.Phrase phrase) {
    if (phrase.field().kind() == Field.Kind.TEXT && phrase.slop() == 0) {
      List<String> terms = new ArrayList<>();
      List<TextAnalysis.Token> tokens = analysis.get().tokens(phrase.text());
      tokens.forEach(token -> terms.add(token.term()));
      if (phrase.isBegun() && !terms.isEmpty()) {
        String last = phrase.text().substring(tokens.getLast().start());
        terms.set(terms.size() - 1, analysis.get().written(last));
      }
      phrases.add(new Sought(terms, phrase.isBegun()));
    } else if (phrase.isBegun()) {
      last(phrase.field(), phrase.text(), word -> prefixes.add(analysis.get().written(word)));
    } else {
      words(phrase.field(), phrase.text());
    }
  }

  private void words(Field field, String text) {
    if (field.kind() == Field.Kind.TEXT) {
      analysis.get().tokens(text).forEach(this::word);
    } else if (field == Field.PERSON) {
      names.addAll(Labels.words(text));
    }
  }

  private void word(TextAnalysis.Token token) {
    terms.add(new BytesRef(token.term()));
    if (token.whole() != null && token.isElided()) {
      terms.add(new BytesRef(token.whole().term()));
    }
  }

  /** Where in a text that has those tokens what the query asks for is. */
  List<Snippet.Mark> marks(String text, List<TextAnalysis.Token> tokens) {
    Reading reading = new Reading(text);
    tokens.forEach(reading::token);
    return snippet(text, 0, text.length(), reading.read().found()).marks();
  }

  /** The whole text with its marks. */
  Snippet whole(String text) {
    return snippet(text, 0, text.length(), read(text).found());
  }

  /** The first sentence, in the place of a headline that is absent. */
  Snippet firstSentence(String text) {
    Read read = read(text);
    if (read.sentences().isEmpty()) {
      return Snippet.EMPTY;
    }
    Span first = read.sentences().get(0);
    return snippet(
        text, first.start(), cut(text, first.start(), first.end(), LENGTH), read.found());
  }

  /** The neighbouring sentences that together hold most of the query's words. */
  Snippet best(String text) {
    Read read = read(text);
    if (read.sentences().isEmpty()) {
      return Snippet.EMPTY;
    }
    int best = 0;
    double most = -1;
    int bestEnd = 0;
    int from = 0;
    for (int first = 0; first < read.sentences().size(); first++) {
      while (from < read.found().size() && read.found().get(from).sentence() < first) {
        from++;
      }
      int last = lastOf(read.sentences(), first);
      double worthOf = worth(read.found(), from, last);
      if (worthOf > most) {
        most = worthOf;
        best = first;
        bestEnd = last;
      }
    }
    int start = read.sentences().get(best).start();
    int end = read.sentences().get(bestEnd).end();
    return snippet(text, start, cut(text, start, end, LONGEST), read.found());
  }

  /** The last sentence that fits on after that one. */
  private static int lastOf(List<Span> sentences, int first) {
    int start = sentences.get(first).start();
    int last = first;
    while (last + 1 < sentences.size() && sentences.get(last + 1).end() - start <= LENGTH) {
      last++;
    }
    return last;
  }

  /** What is found from that place on, up to the end of the last sentence, is worth together. */
  private double worth(List<Found> found, int from, int last) {
    Set<String> seen = new HashSet<>();
    double sum = 0;
    for (int i = from; i < found.size() && found.get(i).sentence() <= last; i++) {
      double full = worth.applyAsDouble(found.get(i).term());
      sum += seen.add(found.get(i).term()) ? full : full / 20;
    }
    return sum;
  }

  /** One past the last character to show: the end, or the last space before the bound. */
  private static int cut(String text, int start, int end, int length) {
    if (end - start <= length) {
      return end;
    }
    int space = text.lastIndexOf(' ', start + length);
    int edge = start + length;
    return space > start ? space : Character.isLowSurrogate(text.charAt(edge)) ? edge - 1 : edge;
  }

  private static Snippet snippet(String text, int start, int end, List<Found> found) {
    List<Snippet.Mark> marks = new ArrayList<>();
    int done = start;
    for (Found one : found) {
      if (one.start() >= done && one.end() <= end) {
        marks.add(new Snippet.Mark(one.start() - start, one.end() - start));
        done = one.end();
      }
    }
    boolean isCut = end < text.length() && !endsSentence(text, end);
    return new Snippet(text.substring(start, end).replace('\n', ' ') + (isCut ? "…" : ""), marks);
  }

  private static boolean endsSentence(String text, int end) {
    return end > 0
        && (text.charAt(end) == '\n'
            || Character.isWhitespace(text.charAt(end))
            || ".!?…\"'”’)".indexOf(text.charAt(end - 1)) >= 0)
        && ".!?…\"'”’)".indexOf(text.charAt(end - 1)) >= 0;
  }

  private Read read(String text) {
    Reading reading = new Reading(text);
    analysis.get().analyse(text, reading);
    return reading.read();
  }

  /** Takes a text apart, token by token: strings are made of those alone that are asked for. */
  private final class Reading implements TextAnalysis.Sink {
    private final String text;
    private final boolean anyBegun = phrases.stream().anyMatch(Sought::isBegun);
    private final List<Found> found = new ArrayList<>();
    private final List<Found> all = new ArrayList<>();
    private final List<Span> sentences = new ArrayList<>();
    private int start;
    private int from;
    private int last = -1;
    private boolean isAsked;

    Reading(String text) {
      this.text = text;
    }

    void token(TextAnalysis.Token token) {
      token(new BytesRef(token.term()), token.start(), token.end(), token.exact());
      TextAnalysis.Whole whole = token.whole();
      if (whole != null) {
        BytesRef term = new BytesRef(whole.term());
        whole(term, whole.start(), token.end(), token.exact(), whole.kind());
      }
    }

    @Override
    public void token(BytesRef term, int begin, int end, @Nullable String exact) {
      if (last >= 0 && Sentences.between(text, last, begin) != Sentences.End.NONE) {
        int stop = sentenceEnd(text, last, begin);
        sentences.add(new Span(start, stop));
        start = sentenceStart(text, stop, begin);
      }
      from = begin;
      last = end;
      isAsked = terms.contains(term) || (isAnyOpen() && isOpen(term, begin, end));
      if (isAsked || !phrases.isEmpty()) {
        Found word = word(term);
        if (isAsked) {
          found.add(word);
        }
        if (!phrases.isEmpty()) {
          all.add(word);
        }
      }
    }

    @Override
    public void whole(
        BytesRef term, int begin, int end, @Nullable String exact, TextAnalysis.Joint kind) {
      if (!isAsked && (terms.contains(term) || isBegun(begin, end))) {
        isAsked = true;
        found.add(word(term));
      }
    }

    /** The token last given. */
    private Found word(BytesRef term) {
      String written = anyBegun ? analysis.get().written(text.substring(from, last)) : "";
      return new Found(from, last, term.utf8ToString(), written, sentences.size());
    }

    /** Whether the word that is written there has a beginning that is asked for. */
    private boolean isBegun(int begin, int end) {
      if (prefixes.isEmpty()) {
        return false;
      }
      String written = analysis.get().written(text.substring(begin, end));
      return prefixes.stream().anyMatch(written::startsWith);
    }

    /** Whether the token is a part of a name, or one of the words of which not all is known. */
    private boolean isOpen(BytesRef term, int begin, int end) {
      String word = Labels.words(text.substring(begin, end)).stream().findFirst().orElse("");
      if (names.contains(word) || names.contains(withoutPossessive(word))) {
        return Character.isUpperCase(text.charAt(begin)) || names.contains(word);
      }
      return isBegun(begin, end)
          || prefixes.stream().anyMatch(word::startsWith)
          || fuzzy.stream().anyMatch(one -> isLike(term.utf8ToString(), one) || isLike(word, one));
    }

    Read read() {
      phrases.forEach(phrase -> addPhrase(phrase, all, found));
      if (last >= 0) {
        sentences.add(new Span(start, text.length()));
      }
      return new Read(found, sentences);
    }
  }

  private boolean isAnyOpen() {
    return !names.isEmpty() || !prefixes.isEmpty() || !fuzzy.isEmpty();
  }

  private static void addPhrase(Sought phrase, List<Found> all, List<Found> found) {
    int size = phrase.terms().size();
    if (size == 0) {
      return;
    }
    for (int i = 0; i + size <= all.size(); i++) {
      int length = 0;
      while (length < size && phrase.fits(length, all.get(i + length))) {
        length++;
      }
      if (length == size) {
        found.addAll(all.subList(i, i + length));
      }
    }
    found.sort(Comparator.comparingInt(Found::start));
  }

  /**
   * The end of what belongs to the sentence: its stop and closing quotes, before the first space.
   */
  private static int sentenceEnd(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isWhitespace(text.charAt(i)) && i > from) {
        return i;
      }
    }
    return from < to && Character.isWhitespace(text.charAt(from)) ? from : to;
  }

  private static int sentenceStart(String text, int from, int to) {
    int i = from;
    while (i < to && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isLike(String word, Clause.Fuzzy fuzzy) {
    return Math.abs(word.length() - fuzzy.text().length()) <= fuzzy.edits()
        && Spelling.distance(word, fuzzy.text()) <= fuzzy.edits();
  }

  private static String withoutPossessive(String word) {
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }
}
