package dev.remora.registry.model;

import java.util.List;

/** One end of a context. What either does is the same; only what they own differs. */
enum Side {
  MAIN(0, "main"),
  RENDERER(1, "the renderer");

  static final List<Side> BOTH = List.of(values());

  private final int index;
  private final String words;

  Side(int index, String words) {
    this.index = index;
    this.words = words;
  }

  /** 0 or 1, for rows that have something for each side. */
  int index() {
    return index;
  }

  Side other() {
    return this == MAIN ? RENDERER : MAIN;
  }

  @Override
  public String toString() {
    return words;
  }
}
