package dev.remora.examples.renderer;

/** Prints what crossed, step by step, and remembers whether all of it was as expected. */
public final class Transcript {
  private final String prefix = "renderer %d | ".formatted(ProcessHandle.current().pid());
  private int steps;
  private boolean asExpected = true;

  /** A call that was made, and its result. */
  public void step(String call, Object result) {
    steps++;
    line("%2d. %s -> %s".formatted(steps, call, result));
  }

  /** Like {@link #step}, where the result is known to be right or wrong. */
  public void step(String call, Object result, boolean expected) {
    step(call, expected ? result : result + ", WHICH IS WRONG");
    asExpected &= expected;
  }

  /** More about the last step. */
  public void detail(String text) {
    line("      " + text);
  }

  public boolean isAsExpected() {
    return asExpected;
  }

  private void line(String text) {
    System.out.println(prefix + text);
  }
}
