/**
 * How all other packages reach the JDK's logging; stands on nothing.
 *
 * <p>Not exported: users see the loggers themselves, which are named after our classes.
 */
@NullMarked
package dev.remora.log;

import org.jspecify.annotations.NullMarked;
