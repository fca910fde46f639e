package news.cuttings.formats.edition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A teaser while it is put together: its lines, and what the lines around say of it. */
final class Teaser {
  private final List<PageLine> lines = new ArrayList<>();
  private final boolean headed;
  private final @Nullable String section;
  private @Nullable String source;
  private @Nullable String edition;
  private boolean editionIsLabel;

  /**
   * A teaser of these lines.
   *
   * @param headed whether the first is the headline
   * @param section the publication that the heading above names
   */
  Teaser(List<PageLine> lines, boolean headed, @Nullable String section) {
    this.lines.addAll(lines);
    this.headed = headed;
    this.section = section;
  }

  void tell(MetaLine meta) {
    source = source != null ? source : meta.source();
    if (edition == null && meta.edition() != null) {
      edition = meta.edition();
      editionIsLabel = meta.source() != null;
    }
  }

  List<PageLine> lines() {
    return lines;
  }

  PageLine first() {
    return lines.getFirst();
  }

  @Nullable String headline() {
    return headed ? lines.getFirst().text() : null;
  }

  List<String> paragraphs() {
    return body().stream().map(PageLine::text).toList();
  }

  List<PageLine> body() {
    return lines.subList(headed ? 1 : 0, lines.size());
  }

  @Nullable String source() {
    return source != null ? source : section;
  }

  @Nullable String edition() {
    return edition;
  }

  /** Whether the edition stood beside the publication's name, not as a bare date. */
  boolean editionIsLabel() {
    return editionIsLabel;
  }
}
