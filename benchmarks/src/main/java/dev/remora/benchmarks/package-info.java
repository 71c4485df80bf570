/**
 * The same work over Remora, over the bare socket, and over what people use today, each between two
 * JVMs; {@code docs/performance.md} shows what came of it.
 *
 * <p>{@link dev.remora.benchmarks.Benchmarks} starts a server and a client for each {@link
 * dev.remora.benchmarks.PeerKind} and lets them work in turns.
 */
@NullMarked
package dev.remora.benchmarks;

import org.jspecify.annotations.NullMarked;
