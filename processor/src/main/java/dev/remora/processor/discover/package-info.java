/**
 * Reads annotated elements into the model; the only place that decides how a type crosses.
 *
 * <p>Says nothing to the user: what cannot cross becomes a refusal in the model, for {@code check}
 * to report.
 */
@NullMarked
package dev.remora.processor.discover;

import org.jspecify.annotations.NullMarked;
