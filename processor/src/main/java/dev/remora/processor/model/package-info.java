/**
 * What will be generated, as values: read by {@code discover}, judged by {@code check}, turned into
 * files by {@code write}.
 *
 * <p>Each part keeps the element it came from, so that a problem can be shown in its place.
 */
@NullMarked
package dev.remora.processor.model;

import org.jspecify.annotations.NullMarked;
