package news.cuttings.formats.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The site that a page is of: its names, its address. */
final class Site {
  private final Element page;
  private final Metas metas;
  private final LinkedData data;
  private final String address;

  /**
   * A page's site.
   *
   * @param address where the page is; empty where that is not known
   */
  Site(Element page, Metas metas, LinkedData data, String address) {
    this.page = page;
    this.metas = metas;
    this.data = data;
    this.address = address;
  }

  String host() {
    return host(address);
  }

  /** What the site may be called. */
  List<String> names() {
    Set<String> names = new LinkedHashSet<>(metas.all("og:site_name"));
    names.addAll(metas.all("application-name"));
    names.addAll(metas.all("apple-mobile-web-app-title"));
    names.addAll(metas.all("twitter:site").stream().map(name -> name.replace("@", "")).toList());
    data.article("").ifPresent(thing -> names.addAll(thing.texts("publisher")));
    Stream.of("WebSite", "Organization", "NewsMediaOrganization")
        .flatMap(data::all)
        .forEach(thing -> thing.text("name").ifPresent(names::add));
    String host = host(address);
    names.add(host);
    int dot = host.indexOf('.');
    if (dot > 2) {
      names.add(host.substring(0, dot));
    }
    names.removeIf(name -> name.isBlank() || name.length() > 80);
    return new ArrayList<>(names);
  }

  /** The host of an address, without what all sites have before it. */
  private static String host(String url) {
    try {
      String host = new URI(url.strip()).getHost();
      return host == null
          ? ""
          : host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www\\d?|m|amp)\\.", "");
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /** An address that the page names, whole; empty where it is none of the web. */
  Optional<String> whole(String href) {
    String base = page.select("base[href]").attr("href");
    try {
      URI whole = new URI(base.startsWith("http") ? base : address).resolve(href.strip());
      return Optional.of(whole.toString()).filter(url -> url.matches("(?i)https?://\\S+"));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
