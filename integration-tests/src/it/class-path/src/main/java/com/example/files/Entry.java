package com.example.files;

/**
 * A file.
 *
 * @param name its name
 * @param size how many bytes it has
 * @param kind what it is
 */
public record Entry(String name, long size, Kind kind) {
  /** Kinds of files. */
  public enum Kind {
    /** With bytes. */
    FILE,
    /** With files. */
    DIRECTORY
  }
}
