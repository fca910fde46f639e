package news.cuttings.formats.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;

/** Chooses the headline of a page among what calls itself so, and takes the site's name off. */
final class Headlines {
  /** What stands between a headline and a site's name. */
  private static final Pattern BAR =
      Pattern.compile("\\s+[|–—·•»:-]+\\s+|\\s*[|｜»]\\s*|\\s+[-–—]\\s*$|\\s*::\\s*|_(?=[^_]*$)");

  private final List<String> sites;
  private final List<Found> written = new ArrayList<>();
  private final List<Found> seen = new ArrayList<>();

  /**
   * The headlines of a page.
   *
   * @param sites what the site may be called, its address's parts among it
   */
  Headlines(List<String> sites) {
    this.sites = sites.stream().map(Headlines::squashed).filter(name -> name.length() > 1).toList();
  }

  /** Takes what the page's head says, the best first. */
  void written(String value, String why) {
    String bare = bare(Letters.squeeze(value));
    if (!bare.isEmpty()) {
      written.add(new Found(bare, why));
    }
  }

  /** Takes a heading that is seen on the page, the likeliest first. */
  void seen(String value, String why) {
    String bare = bare(Letters.squeeze(value));
    if (!bare.isEmpty() && bare.length() < 500) {
      seen.add(new Found(bare, why));
    }
  }

  /** The heading that a reader sees where the head says the like of it; else what the head says. */
  Optional<Found> best() {
    Found most = null;
    double best = .45;
    for (Found heading : seen) {
      double likeness = 0;
      for (Found title : written) {
        likeness = Math.max(likeness, likeness(heading.value(), title.value()));
      }
      likeness -= heading.why().equals("h1") ? 0 : .15;
      if (likeness > best + .05) {
        best = likeness;
        most = heading;
      }
    }
    if (most != null) {
      return Optional.of(most);
    }
    List<Found> firsts = seen.stream().filter(each -> each.why().equals("h1")).toList();
    if (firsts.size() == 1 && firsts.getFirst().value().length() >= 15) {
      return Optional.of(firsts.getFirst());
    }
    return written.stream().findFirst().or(() -> seen.stream().findFirst());
  }

  /**
   * How like two headlines are: words of both among the words of either, or one begins the other.
   */
  static double likeness(String a, String b) {
    String first = squashed(a);
    String second = squashed(b);
    if (first.equals(second)) {
      return 1;
    }
    Set<String> words = new HashSet<>(Arrays.asList(folded(a).split(" ", -1)));
    Set<String> others = new HashSet<>(Arrays.asList(folded(b).split(" ", -1)));
    Set<String> both = new HashSet<>(words);
    both.retainAll(others);
    double dice = 2.0 * both.size() / Math.max(1, words.size() + others.size());
    int shorter = Math.min(first.length(), second.length());
    boolean begins = shorter > 12 && (first.startsWith(second) || second.startsWith(first));
    return begins ? Math.max(dice, .7) : dice;
  }

  /** Without the site's name before or behind it. */
  String bare(String title) {
    String bare = title;
    for (int turn = 0; turn < 3; turn++) {
      String[] parts = BAR.split(bare, -1);
      if (parts.length < 2) {
        return bare;
      }
      String last = parts[parts.length - 1].strip();
      String first = parts[0].strip();
      if (isSite(last)) {
        bare = bare.substring(0, bare.lastIndexOf(last)).replaceFirst("[\\s|｜–—·•»:_-]+$", "");
      } else if (isSite(first)) {
        bare =
            bare.substring(bare.indexOf(first) + first.length())
                .replaceFirst("^[\\s|｜–—·•»:_-]+", "");
      } else {
        return bare;
      }
    }
    return bare;
  }

  private boolean isSite(String part) {
    String name = squashed(part);
    return name.isEmpty()
        || sites.stream()
            .anyMatch(site ->
                site.equals(name)
                    || (name.length() > 3
                        && site.length() > 3
                        && (site.startsWith(name) || name.startsWith(site))
                        && name.length() < 3 * site.length()));
  }

  /** Words in small letters, parted by a space each. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M}]+", " ")
        .strip();
  }

  private static String squashed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
