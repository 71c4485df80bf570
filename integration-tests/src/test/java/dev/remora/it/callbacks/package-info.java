/** Callbacks, functions and promises. */
@NullMarked
package dev.remora.it.callbacks;

import org.jspecify.annotations.NullMarked;
