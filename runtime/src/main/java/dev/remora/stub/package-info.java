/**
 * All that generated code may touch: calls, metas, codecs, and the base classes of stubs and
 * dispatchers.
 *
 * <p>Binary stable: classes that an older processor generated meet newer runtimes. What is public
 * here for the session alone says so. Stands on {@code wire}; the session stands on it.
 */
@NullMarked
package dev.remora.stub;

import org.jspecify.annotations.NullMarked;
