package dev.remora.it.records;

import java.util.List;
import java.util.Map;

/** What needs no databind at all. */
public record Plain(int number, String text, List<Double> numbers, Map<String, Tree> trees) {}
