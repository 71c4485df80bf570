/**
 * The main process: the objects that renderers use, and the program that exports them.
 *
 * <p>No class of this package is on a renderer's class path, only the stubs that were generated
 * into it.
 */
@NullMarked
package dev.remora.examples.main;

import org.jspecify.annotations.NullMarked;
