/**
 * The renderer process: works with {@code java.sql} alone, and has neither the database nor a
 * driver on its class path.
 */
@NullMarked
package dev.remora.examples.database.renderer;

import org.jspecify.annotations.NullMarked;
