/** Records that have codecs of their own. */
@NullMarked
package dev.remora.it.records;

import org.jspecify.annotations.NullMarked;
