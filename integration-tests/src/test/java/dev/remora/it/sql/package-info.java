/** A database whose interfaces are those of {@code java.sql}, all written by hand. */
@NullMarked
package dev.remora.it.sql;

import org.jspecify.annotations.NullMarked;
