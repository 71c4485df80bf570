/**
 * Bytes and frames: what goes over a link, and how it is cut and encoded. Knows no session, no ids
 * and no Java objects of users.
 *
 * <p>The format is specified in {@code docs/protocol.md}.
 */
@NullMarked
package dev.remora.wire;

import org.jspecify.annotations.NullMarked;
