package dev.remora.examples.api;

import java.time.Instant;

/**
 * What is known of one path.
 *
 * @param path the path from the root
 * @param kind what it is
 * @param bytes the size of a file; 0 for all else
 * @param modified when it was last written
 */
public record FileStatus(String path, Kind kind, long bytes, Instant modified) {}
