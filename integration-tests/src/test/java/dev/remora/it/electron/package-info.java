/**
 * The catalogue of the original's behaviours and defects as tests: a test is named after the row of
 * {@code docs/electron.md} that it shows.
 */
@NullMarked
package dev.remora.it.electron;

import org.jspecify.annotations.NullMarked;
