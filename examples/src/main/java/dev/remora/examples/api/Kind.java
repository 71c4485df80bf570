package dev.remora.examples.api;

/** What a path leads to. */
public enum Kind {
  DIRECTORY,
  FILE,
  /** A symbolic link, which is not followed. */
  LINK,
  OTHER
}
