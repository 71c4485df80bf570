package com.example;

import dev.remora.annotation.OneWay;
import java.util.List;
import java.util.function.Consumer;

/** What a search tells, in one value. */
public record SearchListener(
    String name,
    Consumer<Entry> onFound,
    @OneWay Consumer<String> onEntered,
    List<Runnable> atEnd) {}
