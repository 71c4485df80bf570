package recorded;

import dev.remora.annotation.RemoteModule;

@RemoteModule
public interface Named {
  String name();
}
