/** A module that echoes every kind of value. */
@NullMarked
package dev.remora.it.values;

import org.jspecify.annotations.NullMarked;
