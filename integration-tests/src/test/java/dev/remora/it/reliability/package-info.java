/**
 * What must hold when processes die, stop, run out of memory, or go on for very long; the figures
 * are in {@code docs/reliability.md}.
 *
 * <p>The sizes are for every build; {@code -Preliability} makes them full ({@link
 * dev.remora.it.reliability.Size}).
 */
@NullMarked
package dev.remora.it.reliability;

import org.jspecify.annotations.NullMarked;
