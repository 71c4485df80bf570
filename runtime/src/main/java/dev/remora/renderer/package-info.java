/**
 * The renderer's front door: {@link dev.remora.renderer.RemoteContext} connects to a main process
 * and requires its modules.
 */
@NullMarked
package dev.remora.renderer;

import org.jspecify.annotations.NullMarked;
