/** Remora's runtime: {@code remote.require()} for the JVM. */
module dev.remora {
  requires transitive dev.remora.annotation;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires static java.sql;
  requires static org.jspecify;
  requires static com.google.errorprone.annotations;

  exports dev.remora;
  exports dev.remora.main;
  exports dev.remora.renderer;
  exports dev.remora.stub;
}
