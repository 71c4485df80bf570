/** The renderer's way to the database, in one process. */
@NullMarked
package dev.remora.examples.database.main;

import org.jspecify.annotations.NullMarked;
