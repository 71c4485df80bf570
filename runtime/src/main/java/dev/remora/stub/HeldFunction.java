package dev.remora.stub;

/**
 * A functional interface inside of a value: where databind finds it, and how its functions cross.
 *
 * @param holder the record or bean that declares the component
 * @param component the component's name; the function may stand deeper in it, as in a list
 * @param type how its functions cross
 */
public record HeldFunction(Class<?> holder, String component, FunctionType<?> type) {}
