/**
 * A model of the release protocol ({@code docs/protocol.md#release}), small enough for all of its
 * states to be visited: {@code ReleaseModelTest} does.
 *
 * <p>{@code ContextModel} says what can happen next to a context, {@code ReleaseRule} how
 * references are counted, {@code Search} visits whatever can be reached and reports a shortest way
 * to what must not be. Nothing here runs code of the runtime: it is the protocol that is checked.
 */
@NullMarked
package dev.remora.registry.model;

import org.jspecify.annotations.NullMarked;
