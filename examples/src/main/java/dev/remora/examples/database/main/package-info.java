/**
 * The main process: has the database, and gives each renderer its connections.
 *
 * <p>The stubs of {@code java.sql} are generated into this package, beside their list.
 */
@NullMarked
package dev.remora.examples.database.main;

import org.jspecify.annotations.NullMarked;
