package dev.remora.examples.api;

/**
 * What a directory lists.
 *
 * @param name the name within the directory
 * @param kind what it is
 * @param bytes the size of a file; 0 for all else
 */
public record Entry(String name, Kind kind, long bytes) {}
