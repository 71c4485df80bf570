/** The design's {@code FileService}. */
@NullMarked
package dev.remora.it.files;

import org.jspecify.annotations.NullMarked;
