package news.cuttings.formats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import news.cuttings.formats.io.Head;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Markup;
import news.cuttings.formats.io.Sample;
import org.jspecify.annotations.Nullable;

/** The paragraphs of an export, one after the other, whatever it was saved as. */
interface Blocks {
  /** The next one, never blank; null at the end. */
  @Nullable Block next() throws IOException;

  /**
   * Those of a stream of text or HTML.
   *
   * @param own classes of elements in a line of HTML that are paragraphs of their own
   * @param parting what begins a paragraph of a text within lines that no blank one parts
   */
  static Blocks of(InputStream in, Intake intake, Set<String> own, TextBlocks.Parting parting)
      throws IOException {
    Head head = Head.of(in);
    Sample sample = Sample.of(head);
    return Markup.opens(sample)
        ? new HtmlBlocks(head.whole(), intake, own)
        : new TextBlocks(head.whole(), intake, TextBlocks.width(sample.lines()), parting);
  }
}
