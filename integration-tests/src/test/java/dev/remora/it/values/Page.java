package dev.remora.it.values;

import java.util.List;

/** A generic record. */
public record Page<T>(List<T> items, int number) {}
