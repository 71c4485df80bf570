/** A real driver behind stubs of {@code java.sql}, in one process. */
@NullMarked
package dev.remora.examples.database.main;

import org.jspecify.annotations.NullMarked;
