/** Modules that extend modules. */
@NullMarked
package dev.remora.it.bank;

import org.jspecify.annotations.NullMarked;
