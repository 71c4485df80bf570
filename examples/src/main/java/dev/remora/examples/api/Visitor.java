package dev.remora.examples.api;

/**
 * A renderer, as it introduced itself.
 *
 * @param name the name that it gave
 * @param pid its process id
 */
public record Visitor(String name, long pid) {}
