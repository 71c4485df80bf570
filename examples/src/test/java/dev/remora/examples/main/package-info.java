/** The main process's objects, by themselves and behind their stubs. */
@NullMarked
package dev.remora.examples.main;

import org.jspecify.annotations.NullMarked;
