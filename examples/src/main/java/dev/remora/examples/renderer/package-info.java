/**
 * The renderer process: uses the main process's objects through generated stubs, and has none of
 * the main process's classes.
 */
@NullMarked
package dev.remora.examples.renderer;

import org.jspecify.annotations.NullMarked;
