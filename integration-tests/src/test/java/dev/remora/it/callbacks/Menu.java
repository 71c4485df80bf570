package dev.remora.it.callbacks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Functions at every depth, in a value that holds values of its own type. */
public record Menu(
    String title,
    Path icon,
    Map<String, Runnable> actions,
    Optional<Supplier<String>> hint,
    List<List<Judge>> judges,
    ArrayDeque<Runnable> undo,
    List<Supplier<Menu>> lazily,
    Slot<Runnable> slot,
    List<Menu> children) {

  /** A generic value whose argument is a function. */
  public record Slot<T>(T main, List<T> others) {}
}
