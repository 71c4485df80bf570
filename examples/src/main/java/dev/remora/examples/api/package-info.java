/**
 * What both processes know: the values that cross by value, an exception, and an interface.
 *
 * <p>Nothing here knows of Remora. {@code main} and {@code renderer} stand on it.
 */
@NullMarked
package dev.remora.examples.api;

import org.jspecify.annotations.NullMarked;
