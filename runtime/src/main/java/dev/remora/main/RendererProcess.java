package dev.remora.main;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A child process that {@link MainProcess#spawnRenderer} started. Any thread. */
public final class RendererProcess {
  private final CompletableFuture<Process> process = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> disconnected = new CompletableFuture<>();
  private final CompletableFuture<Integer> ended =
      process.thenCompose(Process::onExit).thenCompose(this::afterRelease);
  private volatile @Nullable RendererContext context;

  /** Made before the process is started; {@link #started} follows, before anybody else sees it. */
  RendererProcess() {}

  private CompletableFuture<Integer> afterRelease(Process exited) {
    if (context == null) {
      disconnected.complete(null);
    }
    return disconnected.thenApply(nothing -> exited.exitValue());
  }

  void started(Process child) {
    process.complete(child);
  }

  /**
   * The child's process id.
   *
   * @return the pid
   */
  public long pid() {
    return process.join().pid();
  }

  /**
   * The child's context, once it has connected.
   *
   * @return the context, also after it has ended; empty before
   */
  public Optional<RendererContext> context() {
    return Optional.ofNullable(context);
  }

  /**
   * The child's end.
   *
   * @return completed with the exit code when the process has ended and what it held has been
   *     released
   */
  public CompletableFuture<Integer> onExit() {
    return ended.copy();
  }

  /**
   * Waits for the child's end.
   *
   * @return its exit code; what it held has been released
   * @throws InterruptedException if the calling thread is interrupted
   */
  public int waitFor() throws InterruptedException {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "the end of child " + pid() + " could not be observed", e.getCause());
    }
  }

  /** Asks the child to end; it is the child's to obey. */
  public void destroy() {
    process.join().destroy();
  }

  /** Ends the child without asking. */
  public void destroyForcibly() {
    process.join().destroyForcibly();
  }

  void connected(RendererContext opened) {
    context = opened;
  }

  void disconnected() {
    disconnected.complete(null);
  }

  @Override
  public String toString() {
    return "renderer process " + pid();
  }
}
