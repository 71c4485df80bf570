package dev.remora.examples.api;

/**
 * How much lies below a directory, at any depth.
 *
 * @param name the directory's name
 * @param files how many files
 * @param bytes their sizes together
 */
public record DirectorySize(String name, long files, long bytes) {}
