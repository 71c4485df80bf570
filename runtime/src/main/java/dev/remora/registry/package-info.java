/**
 * Who holds what: the main process's objects, the renderer's stubs, and what was released lately.
 * No I/O and no threads of its own but the one that hears of collected stubs.
 *
 * <p>The rules are those of {@code docs/protocol.md#release}. Every class here says who adds to its
 * table and who removes.
 */
@NullMarked
package dev.remora.registry;

import org.jspecify.annotations.NullMarked;
