package dev.remora.session;

import dev.remora.EventOverflow;
import dev.remora.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a main process chooses for its connections.
 *
 * @param limits what to accept
 * @param callbackTimeout how long a callback may take that no call has caused; null for without end
 * @param overflow what becomes of events for a renderer that does not keep up
 * @param recordsOrigins whether to keep where each object was given, for reports
 */
public record MainOptions(
    Limits limits,
    @Nullable Duration callbackTimeout,
    EventOverflow overflow,
    boolean recordsOrigins) {}
