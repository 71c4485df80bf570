package dev.remora.main;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What renderers held at one moment.
 *
 * @param contexts the open contexts, by id
 */
public record RegistryReport(List<Context> contexts) {

  /** Copies the contexts. */
  public RegistryReport {
    contexts = List.copyOf(contexts);
  }

  /**
   * What one context held.
   *
   * @param id the context's id
   * @param description which process it is
   * @param objects the number of objects by module
   */
  public record Context(String id, String description, Map<String, Integer> objects)
      implements Comparable<Context> {
    private static final Comparator<Context> BY_ID = Comparator.comparing(Context::id);

    /** Copies the counts. */
    public Context {
      objects = Map.copyOf(objects);
    }

    @Override
    public int compareTo(Context other) {
      return BY_ID.compare(this, other);
    }
  }

  /**
   * How many objects all contexts hold together.
   *
   * @return the number of entries, an object that two contexts hold counted twice
   */
  public int objectCount() {
    return contexts.stream()
        .flatMap(context -> context.objects().values().stream())
        .mapToInt(n -> n)
        .sum();
  }

  /**
   * Whether nothing is held and nobody is connected.
   *
   * @return true if there are no contexts
   */
  public boolean isEmpty() {
    return contexts.isEmpty();
  }

  /** One line for each context, and one for each module in it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("%d contexts, %d objects".formatted(contexts.size(), objectCount()));
    for (Context context : contexts) {
      text.append("\n  ").append(context.description());
      context.objects().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              entry ->
                  text.append("\n    ")
                      .append(entry.getValue())
                      .append(" x ")
                      .append(entry.getKey()));
    }
    return text.toString();
  }
}
