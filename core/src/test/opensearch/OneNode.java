import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.Settings;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.TransportService;

/**
 * A node of OpenSearch in a process of its own, for the tests of the cluster: {@code OneNode FOLDER
 * NAME [SEED]}. Prints {@code ready TRANSPORT HTTP} and ends with its standard input.
 */
final class OneNode extends Node {
  private OneNode(Settings settings) {
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
    Settings.Builder settings =
        Settings.builder()
            .put("path.home", args[0])
            .put("path.data", Path.of(args[0], args[1]).toString())
            .put("cluster.name", "cuttings-test")
            .put("node.name", args[1])
            .put("network.host", "127.0.0.1")
            .put("http.type", "netty4")
            .put("transport.type", "netty4")
            .put("http.port", "0")
            .put("transport.port", "0")
            .put("node.processors", 2)
            .put("cluster.routing.allocation.disk.threshold_enabled", "false")
            .put("cluster.routing.allocation.node_initial_primaries_recoveries", 8)
            .put("cluster.fault_detection.leader_check.interval", "200ms")
            .put("cluster.fault_detection.follower_check.interval", "200ms")
            .put("cluster.election.initial_timeout", "100ms");
    if (args.length > 2) {
      settings.put("discovery.seed_hosts", args[2]);
    } else {
      settings.put("discovery.seed_hosts", "127.0.0.1:1");
      settings.put("cluster.initial_cluster_manager_nodes", args[1]);
    }
    Node node = new OneNode(settings.build());
    node.start();
    System.out.println(
        "ready "
            + node.injector().getInstance(TransportService.class).boundAddress().publishAddress()
            + " "
            + node.injector()
                .getInstance(HttpServerTransport.class)
                .boundAddress()
                .publishAddress());
    while (System.in.read() >= 0) {
      // lives as long as whoever started it
    }
    node.close();
    System.exit(0);
  }
}
