package news.cuttings.cluster;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where an index is: {@code https://node1:9200,node2:9200/guardian}. Of several nodes the next is
 * asked where one does not answer.
 *
 * @param nodes at least one, each without a path
 * @param index the name of the index
 */
record ClusterAddress(List<URI> nodes, String index) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,200}");
  private static final Pattern IP4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final String FORM = "an index on a cluster is http(s)://HOST:PORT/NAME";

  /** Copies the nodes. */
  ClusterAddress {
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException where it is none, or holds a password, which is not repeated
   */
  static ClusterAddress of(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String authority = uri.getRawAuthority();
    if (!(scheme.equals("http") || scheme.equals("https")) || authority == null) {
      throw new IllegalArgumentException(FORM);
    }
    if (authority.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "an address holds no name or password; set CUTTINGS_USER and CUTTINGS_PASSWORD, or"
              + " CUTTINGS_CREDENTIALS to a file with both");
    }
    String path = String.valueOf(uri.getPath());
    String name = path.replaceAll("^/+|/+$", "");
    if (!NAME.matcher(name).matches() || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          FORM + "; a name is of small letters, digits, '-', '_' and '.', got \"" + name + "\"");
    }
    List<URI> nodes = new ArrayList<>();
    for (String host : authority.split(",", -1)) {
      nodes.add(node(scheme, host));
    }
    return new ClusterAddress(nodes, name);
  }

  private static URI node(String scheme, String host) {
    try {
      URI node = new URI(scheme + "://" + host).parseServerAuthority();
      int port = node.getPort() >= 0 ? node.getPort() : 9200;
      return new URI(scheme, null, node.getHost(), port, null, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(FORM + "; \"" + host + "\" is no host", e);
    }
  }

  /** Whether whatever is sent there can be read by nobody on the way. */
  boolean isPrivate() {
    return isEncrypted() || nodes.stream().allMatch(ClusterAddress::isHere);
  }

  /** Whether the nodes are asked over TLS. */
  boolean isEncrypted() {
    return nodes.getFirst().getScheme().equals("https");
  }

  /**
   * Whether the node is on this machine: its host is an address that no machine but this one
   * answers at, or {@code localhost}, as long as that is such an address. A name of another sort is
   * elsewhere, whatever it begins with and wherever it leads today.
   */
  private static boolean isHere(URI node) {
    String host = String.valueOf(node.getHost());
    boolean mayBe = isAddress(host) || host.equalsIgnoreCase("localhost");
    try {
      return mayBe
          && Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether the host is an address in figures, which nobody is asked about. */
  private static boolean isAddress(String host) {
    return host.startsWith("[") || IP4.matcher(host).matches();
  }

  @Override
  public String toString() {
    return nodes.getFirst() + "/" + index;
  }
}
