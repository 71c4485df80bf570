package dev.remora.it.callbacks;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A function that the processor sees, and one where it does not look. */
public record Unseen(Runnable seen, Shaped shaped) {

  /** Described by an annotation of Jackson's. */
  @JsonPropertyOrder("unseen")
  public record Shaped(Runnable unseen) {}
}
