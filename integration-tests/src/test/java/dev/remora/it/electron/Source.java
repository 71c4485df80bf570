package dev.remora.it.electron;

import dev.remora.annotation.RemoteModule;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Gives parts away. */
@RemoteModule
public final class Source {
  private final Part part = new Part(7);

  Source() {}

  /** The same part each time. */
  public Part part() {
    return part;
  }

  /** A new part each time. */
  public Part fresh(int number) {
    return new Part(number);
  }

  /** Many new parts. */
  public List<Part> many(int count) {
    return IntStream.range(0, count).mapToObj(Part::new).toList();
  }

  /** Whether this is the part that {@link #part} gives. */
  public boolean isPart(Part other) {
    return other == part;
  }

  /** Where the part stands among these. */
  public int positionOfPart(List<Part> parts) {
    return parts.indexOf(part);
  }

  /** A promise that ends at once. */
  public CompletableFuture<Integer> promised(int value) {
    return CompletableFuture.supplyAsync(() -> value);
  }

  /** Rows by value. */
  public List<Row> rows(int count) {
    return IntStream.range(0, count).mapToObj(Row::numbered).toList();
  }
}
