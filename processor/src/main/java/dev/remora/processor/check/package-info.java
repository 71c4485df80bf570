/**
 * Finds problems in a model and returns them; neither prints them nor writes files. All texts are
 * in {@code Diagnostic}.
 */
@NullMarked
package dev.remora.processor.check;

import org.jspecify.annotations.NullMarked;
