package dev.remora.processor.model;

/** Whether a caller waits; the same names as the runtime's {@code FunctionType.Delivery}. */
public enum Delivery {
  /** No annotation: a method is waited for, a callback as the rules of threads have it. */
  BY_RULE(""),
  /** {@code @OneWay}: never. */
  POSTED("@OneWay "),
  /** {@code @OneWay(false)}: always. */
  AWAITED("@OneWay(false) ");

  private final String prefix;

  Delivery(String prefix) {
    this.prefix = prefix;
  }

  /** What a signature begins with, so that a change of delivery changes the fingerprint. */
  String prefix() {
    return prefix;
  }
}
