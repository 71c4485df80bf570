package dev.remora.it.files;

import java.time.Instant;

/** By value. */
public record Entry(String name, long size, boolean directory, Instant modified) {}
