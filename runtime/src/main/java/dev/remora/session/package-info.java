/**
 * One connection: handshake, calls and answers, releases, and its end. The renderer's half is
 * {@link dev.remora.session.RendererSession}, the main process's {@link
 * dev.remora.session.MainSession}.
 *
 * <p>Which thread reads, runs and writes is the design of {@code
 * docs/decisions/0002-reading-and-threads.md}. Stands on {@code wire}, {@code registry}, {@code
 * stub} and {@code transport}; the front doors stand on it.
 */
@NullMarked
package dev.remora.session;

import org.jspecify.annotations.NullMarked;
