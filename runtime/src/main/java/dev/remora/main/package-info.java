/**
 * The main process's front door: what is exported, who may have it, and where renderers connect.
 *
 * <p>{@link dev.remora.main.MainProcess} is where to begin.
 */
@NullMarked
package dev.remora.main;

import org.jspecify.annotations.NullMarked;
