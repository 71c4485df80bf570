/** The example as the README runs it. */
@NullMarked
package dev.remora.examples;

import org.jspecify.annotations.NullMarked;
