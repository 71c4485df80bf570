/**
 * What users catch and set: the exceptions of Remora, its limits, and the report of who holds what.
 *
 * <p>Everything else stands on this package; it imports nothing of Remora.
 */
@NullMarked
package dev.remora;

import org.jspecify.annotations.NullMarked;
