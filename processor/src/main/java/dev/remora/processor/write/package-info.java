/**
 * Turns a model that has no problems into source files; checks nothing. What generated code calls
 * is {@code dev.remora.stub}.
 */
@NullMarked
package dev.remora.processor.write;

import org.jspecify.annotations.NullMarked;
