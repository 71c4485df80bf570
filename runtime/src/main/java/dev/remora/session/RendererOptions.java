package dev.remora.session;

import dev.remora.Limits;
import dev.remora.VersionSkew;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a renderer chooses for one connection.
 *
 * @param limits what to accept
 * @param callTimeout how long a call may take; null for without end
 * @param closeTimeout how long closing waits for calls that are under way
 * @param collectInterval how often garbage may be collected on main's hint
 * @param versionSkew what happens where main has another version of a module
 * @param callbackExecutor runs callbacks that no call of this process has caused; null for a worker
 *     of ours
 * @param onLost told the reason, once, if the connection ends without {@link
 *     RendererSession#close}; by a thread that reads, which must not be held up
 */
public record RendererOptions(
    Limits limits,
    @Nullable Duration callTimeout,
    Duration closeTimeout,
    Duration collectInterval,
    VersionSkew versionSkew,
    @Nullable Executor callbackExecutor,
    Consumer<String> onLost) {}
