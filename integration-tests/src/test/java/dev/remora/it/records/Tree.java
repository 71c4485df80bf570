package dev.remora.it.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that contains itself. */
public record Tree(String name, @Nullable Tree left, List<Tree> others) {}
