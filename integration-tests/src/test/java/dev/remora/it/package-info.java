/** Contract tests: generated code over every transport, and between real processes. */
@NullMarked
package dev.remora.it;

import org.jspecify.annotations.NullMarked;
