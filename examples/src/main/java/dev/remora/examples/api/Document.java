package dev.remora.examples.api;

import java.util.List;

/**
 * A text that can be read line by line. The main process's editor implements it, and so does the
 * generated stub: code that is written against it does not know on which side it runs.
 */
public interface Document {

  /** The path of the file, from the root. */
  String path();

  /** All lines, without their ends. */
  List<String> lines();

  /** Whether the text differs from the file. */
  boolean isDirty();
}
