import java.nio.file.Path;
import java.util.Map;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/** Starts a single Elasticsearch node from its published library. Arguments: home, folder for data, HTTP port, transport port. */
public class Launcher {
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    Path folder = Path.of(args[1]);
    LogConfigurator.registerErrorListener();
    Settings settings = Settings.builder()
      .put("cluster.name", "earshot-test")
      .put("path.home", home.toString())
      .put("path.data", folder.resolve("data").toString())
      .put("path.logs", folder.resolve("logs").toString())
      .put("path.repo", folder.resolve("snapshots").toString())
      .put("network.host", "127.0.0.1")
      .put("http.port", args[2])
      .put("transport.port", args[3])
      .put("discovery.type", "single-node")
      .put("cluster.routing.allocation.disk.threshold_enabled", false)
      .build();
    var environment = InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"), () -> "node");
    LogConfigurator.configure(environment, true);
    var plugins = PluginsLoader.createPluginsLoader(
      PluginsLoader.loadModulesBundles(environment.modulesDir()),
      PluginsLoader.loadPluginsBundles(environment.pluginsDir()),
      Map.of(),
      false); // from the class path: with modules the loader demands a packaged distribution
    Node node = new Node(environment, plugins);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        node.close();
      } catch (Exception error) {
        error.printStackTrace();
      }
    }));
    node.start();
    Thread.currentThread().join();
  }
}
