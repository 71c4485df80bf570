package dev.remora.stub;

/**
 * Whether the JDK's module {@code java.sql} is here, which a small run-time image may leave out.
 */
final class SqlModule {
  private static final boolean PRESENT = ModuleLayer.boot().findModule("java.sql").isPresent();

  private SqlModule() {}

  static boolean isPresent() {
    return PRESENT;
  }
}
