package news.cuttings.query.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.cuttings.query.syntax.Clause.Occur;
import news.cuttings.query.syntax.Clause.Part;
import news.cuttings.story.Letters;

/**
 * English words that hold a sentence together and say nothing of what it is about. They are in the
 * index and count in phrases; beside other words they do not rank.
 */
public final class StopWords {
  private static final Set<String> WORDS =
      Set.copyOf(
          Letters.words(
              """
              a an and are as at be but by for if in into is it no not of on or such that the their
              then there these they this to was will with what which how who whom whose has have had
              been being can could does do did from any when were where why would must should may
              might shall between its than so very he him his she her we our you your i my me about
              also some other am
              """));

  private StopWords() {}

  /** Whether the word is one; WHO and IT in capitals are none. */
  public static boolean has(String word) {
    String folded = Letters.key(word);
    return WORDS.contains(folded)
        && (folded.length() == 1 || !word.equals(word.toUpperCase(Locale.ROOT)));
  }

  /** Leaves out those that are typed beside others: they cost most and rank nothing. */
  public static List<Part> without(List<Part> parts) {
    List<Part> kept = new ArrayList<>(parts.size());
    boolean ranks = false;
    for (Part part : parts) {
      if (!isOne(part)) {
        kept.add(part);
        ranks |= part.occur() == Occur.MAY;
      }
    }
    return ranks ? kept : parts;
  }

  private static boolean isOne(Part part) {
    return part.occur() == Occur.MAY
        && part.clause() instanceof Clause.Word word
        && word.field() == Field.ALL
        && has(word.text());
  }
}
