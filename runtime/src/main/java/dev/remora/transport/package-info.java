/**
 * Links: byte streams between two processes, over Unix-domain sockets, within one process, and to
 * child processes.
 *
 * <p>Stands on {@code wire}; knows no session. {@link Link} states what each transport promises;
 * the contract tests run over all.
 */
@NullMarked
package dev.remora.transport;

import org.jspecify.annotations.NullMarked;
