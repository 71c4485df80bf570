package dev.remora.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.it.callbacks.Hub;
import dev.remora.it.callbacks.HubStub;
import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

/** The registry as management consoles see it, through a real MBean server. */
final class RegistryBeanIT {

  @Test
  void theBeanCanBeRegisteredAndShowsWhatRenderersHold() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("dev.remora.it:type=Registry");
    Hub hub = new Hub();
    try (MainProcess main = MainProcess.builder().export(hub).start()) {
      server.registerMBean(main.registryBean(), name);
      try (RemoteContext remote = RemoteContext.connect(main)) {
        HubStub stub = HubStub.require(remote);
        stub.listen(text -> {});
        assertThat(hub.lastListener()).isNotNull();
        assertThat(server.getAttribute(name, "ContextCount")).isEqualTo(1);
        assertThat(server.getAttribute(name, "ObjectCount")).isEqualTo(1);
        assertThat(server.getAttribute(name, "CallbackCount")).isEqualTo(1);
        TabularData modules = (TabularData) server.getAttribute(name, "ObjectsByModule");
        assertThat(modules.get(new Object[] {"hub"}).get("value")).isEqualTo(1);
        assertThat((String) server.invoke(name, "report", new Object[0], new String[0]))
            .startsWith("1 contexts, 1 objects, 1 callbacks\n  context 1-1 of ");
        assertThat(stub.unlisten(text -> {})).isFalse();
      } finally {
        server.unregisterMBean(name);
      }
    }
  }
}
