/** Streams by reference. */
@NullMarked
package dev.remora.it.streams;

import org.jspecify.annotations.NullMarked;
