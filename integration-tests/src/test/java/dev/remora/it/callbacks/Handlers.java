package dev.remora.it.callbacks;

import dev.remora.annotation.OneWay;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a listener hears, in one value: two functions of one interface, one of them posted. */
public record Handlers(
    String name,
    Consumer<String> onText,
    @OneWay Consumer<Integer> onNumber,
    Function<String, Integer> measure,
    @Nullable Judge judge) {}
