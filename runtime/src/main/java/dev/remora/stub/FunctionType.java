package dev.remora.stub;

import java.util.function.Function;

/**
 * How the functions of one functional interface cross, in both directions.
 *
 * @param <F> the functional interface
 * @param type its class
 * @param isVoid whether its method has no result
 * @param delivery whether the caller waits
 * @param proxy makes a proxy for a function of the other process
 * @param runner runs a function of this process
 */
public record FunctionType<F>(
    Class<? super F> type,
    boolean isVoid,
    Delivery delivery,
    Function<RemoteReference, ? extends F> proxy,
    Runner<F> runner) {

  /** Whether a caller of a function waits for it. */
  public enum Delivery {
    /** As the rules of {@code docs/threading.md} have it. */
    BY_RULE,
    /** Never: {@code @OneWay}. */
    POSTED,
    /** Always: {@code @OneWay(false)}. */
    AWAITED
  }

  /**
   * Runs a function of this process with arguments that have arrived.
   *
   * @param <F> the functional interface
   */
  @FunctionalInterface
  public interface Runner<F> {
    /**
     * Reads the arguments, ends them, calls the function and writes its result.
     *
     * @param function the function
     * @param args its arguments
     * @param reply takes its result
     * @throws Throwable what the function throws
     */
    void run(F function, MetaReader args, Reply reply) throws Throwable;
  }

  @Override
  public String toString() {
    return type.getName();
  }
}
