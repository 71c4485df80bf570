package dev.remora.main;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What renderers held at one moment; {@link #toString()} is for people.
 *
 * @param contexts the open contexts, the oldest first
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
   * @param age how long it had been open
   * @param objects the objects that it held, by module
   * @param callbacks how many of its functions the main process held
   * @param callsUnderWay how many calls of its connection had not been answered, in both directions
   * @param queuedBytes how many bytes waited to be sent to it: its events, and what else its
   *     connection has
   */
  public record Context(
      String id,
      String description,
      Duration age,
      Map<String, Objects> objects,
      int callbacks,
      int callsUnderWay,
      long queuedBytes)
      implements Comparable<Context> {
    private static final Comparator<Context> OLDEST_FIRST =
        Comparator.comparing(Context::age).reversed().thenComparing(Context::id);

    /** Copies the counts. */
    public Context {
      objects = Map.copyOf(objects);
    }

    /**
     * How many objects it held.
     *
     * @return the sum over all modules
     */
    public int objectCount() {
      return objects.values().stream().mapToInt(Objects::count).sum();
    }

    @Override
    public int compareTo(Context other) {
      return OLDEST_FIRST.compare(this, other);
    }

    private void appendTo(StringBuilder text) {
      text.append(
          "\n  %s, open for %s: %d objects, %d callbacks, %d calls under way, %d bytes queued"
              .formatted(
                  description, inWords(age), objectCount(), callbacks, callsUnderWay, queuedBytes));
      objects.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> entry.getValue().appendTo(text, entry.getKey()));
    }
  }

  /**
   * The objects of one module that a context held.
   *
   * @param count how many there were
   * @param oldest how long the one had been held that was given first, in whole seconds
   * @param origins how many of them were given first by which member or line; empty without {@code
   *     MainProcess.Builder.recordOrigins}
   */
  public record Objects(int count, Duration oldest, Map<String, Integer> origins) {

    /** Copies the origins. */
    public Objects {
      origins = Map.copyOf(origins);
    }

    private void appendTo(StringBuilder text, String module) {
      text.append("\n    %d x %s, the oldest for %s".formatted(count, module, inWords(oldest)));
      origins.entrySet().stream()
          .sorted(
              Map.Entry.<String, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .forEach(
              origin ->
                  text.append("\n      %d from %s".formatted(origin.getValue(), origin.getKey())));
    }
  }

  /**
   * How many objects all contexts held together.
   *
   * @return the number of entries, an object that two contexts held counted twice
   */
  public int objectCount() {
    return contexts.stream().mapToInt(Context::objectCount).sum();
  }

  /**
   * How many functions of renderers the main process held.
   *
   * @return the number of callbacks of all contexts
   */
  public int callbackCount() {
    return contexts.stream().mapToInt(Context::callbacks).sum();
  }

  /**
   * Whether nothing is held and nobody is connected.
   *
   * @return true if there are no contexts
   */
  public boolean isEmpty() {
    return contexts.isEmpty();
  }

  private static String inWords(Duration time) {
    return time.toMinutes() > 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : time.toSeconds() + " s";
  }

  /** One line for each context, one for each module in it, and one for each origin. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d contexts, %d objects, %d callbacks"
            .formatted(contexts.size(), objectCount(), callbackCount()));
    contexts.forEach(context -> context.appendTo(text));
    return text.toString();
  }
}
