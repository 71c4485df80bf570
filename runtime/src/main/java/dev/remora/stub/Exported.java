package dev.remora.stub;

/**
 * An object together with its dispatcher: what {@code FileServiceDispatcher.of(object)} returns and
 * {@code export} takes, where no generated class shall be looked up by name.
 *
 * @param <T> the module's class or interface
 * @param dispatcher the module's dispatcher
 * @param object the object to export
 */
public record Exported<T>(Dispatcher<T> dispatcher, T object) {}
