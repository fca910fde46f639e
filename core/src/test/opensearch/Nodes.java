import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.common.transport.BoundTransportAddress;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.TransportService;

/**
 * Nodes of OpenSearch in a process of their own, for the tests of the cluster: {@code Nodes FOLDER
 * SEED NAME...}, where the seed is another process's, or {@code -} for the first. Prints {@code
 * ready SEED ADDRESS...} and ends with its standard input.
 */
final class Nodes extends Node {
  private Nodes(Settings settings) {
    super(
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "node"),
        List.of(
            plugin("org.opensearch.transport.Netty4ModulePlugin"),
            plugin("org.opensearch.analysis.common.CommonAnalysisModulePlugin")),
        false);
  }

  @Override
  protected void configureNodeAndClusterIdStateListener(ClusterService service) {
    // only names the log's lines
  }

  private static PluginInfo plugin(String type) {
    return new PluginInfo(
        type, "", "", Version.CURRENT, "21", type, null, new ArrayList<>(), false);
  }

  public static void main(String[] args) throws Exception {
    String seed = args[1];
    List<Nodes> nodes = new ArrayList<>();
    StringBuilder addresses = new StringBuilder();
    for (String name : List.of(args).subList(2, args.length)) {
      Nodes node = new Nodes(settings(args[0], seed, name));
      nodes.add(node);
      node.start();
      if (seed.equals("-")) {
        seed = address(node.injector().getInstance(TransportService.class).boundAddress());
      }
      HttpServerTransport http = node.injector().getInstance(HttpServerTransport.class);
      addresses.append(' ').append(address(http.boundAddress()));
    }
    System.out.println("ready " + seed + addresses);
    while (System.in.read() >= 0) {
      // lives as long as whoever started it
    }
    for (Nodes node : nodes) {
      node.close();
    }
    System.exit(0);
  }

  private static String address(BoundTransportAddress bound) {
    return bound.publishAddress().toString();
  }

  private static Settings settings(String folder, String seed, String name) {
    Settings.Builder settings =
        Settings.builder()
            .put("path.home", folder)
            .put("path.data", Path.of(folder, name).toString())
            .put("cluster.name", "cuttings-test")
            .put("node.name", name)
            .put("network.host", "127.0.0.1")
            .put("http.type", "netty4")
            .put("transport.type", "netty4")
            .put("http.port", "0")
            .put("transport.port", "0")
            .put("node.processors", 2)
            .put("cluster.max_shards_per_node", 10_000)
            .put("search.keep_alive_interval", "500ms")
            .put("point_in_time.init.keep_alive", "1s")
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("cluster.routing.allocation.node_initial_primaries_recoveries", 20)
            .put("cluster.routing.allocation.node_concurrent_recoveries", 20)
            .put("cluster.fault_detection.leader_check.interval", "500ms")
            .put("cluster.fault_detection.follower_check.interval", "500ms");
    if (seed.equals("-")) {
      settings.put("discovery.seed_hosts", "127.0.0.1:1");
      settings.put("cluster.initial_cluster_manager_nodes", name);
    } else {
      settings.put("discovery.seed_hosts", seed);
    }
    return settings.build();
  }
}
