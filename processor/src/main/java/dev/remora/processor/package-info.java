/**
 * Runs in javac: turns each {@code @RemoteModule} into a stub and a dispatcher.
 *
 * <p>The processor orders the stages and is the only one that knows them all: {@code discover}
 * reads elements into the values of {@code model}, {@code check} finds problems in them, {@code
 * write} makes files of them. The stages do not call each other.
 */
@NullMarked
package dev.remora.processor;

import org.jspecify.annotations.NullMarked;
