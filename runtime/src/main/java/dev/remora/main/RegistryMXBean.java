package dev.remora.main;

import java.util.Map;

/**
 * What renderers hold, for management consoles.
 *
 * <pre>{@code
 * ManagementFactory.getPlatformMBeanServer()
 *     .registerMBean(main.registryBean(), new ObjectName("com.example:type=Remora"));
 * }</pre>
 *
 * <p>Remora itself does not need the module {@code java.management}. Any thread; each attribute is
 * worked out when it is read, by looking at each object that is held.
 */
public interface RegistryMXBean {

  /**
   * How many contexts are open.
   *
   * @return the number of contexts
   */
  int getContextCount();

  /**
   * How many objects all contexts hold together.
   *
   * @return the number of entries, an object that two contexts hold counted twice
   */
  int getObjectCount();

  /**
   * How many functions of renderers the main process holds.
   *
   * @return the number of callbacks of all contexts
   */
  int getCallbackCount();

  /**
   * How many objects all contexts hold, by module.
   *
   * @return the number of entries by module name
   */
  Map<String, Integer> getObjectsByModule();

  /**
   * The whole report.
   *
   * @return what {@link RegistryReport#toString()} says
   */
  String report();
}
