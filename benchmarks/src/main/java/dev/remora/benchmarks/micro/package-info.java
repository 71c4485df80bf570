/** What lives in one process, measured by JMH: {@code benchmarks/run jmh}. */
@NullMarked
package dev.remora.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
