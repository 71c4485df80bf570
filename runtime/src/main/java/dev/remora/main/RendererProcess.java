package dev.remora.main;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A child process that {@link MainProcess#spawnRenderer} started. Any thread. */
public final class RendererProcess {
  private final CompletableFuture<Process> process = new CompletableFuture<>();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private @Nullable RendererContext context;
  private int openContexts;
  private @Nullable Integer exitCode;

  /** Made before the process is started; {@link #started} follows, before anybody else sees it. */
  RendererProcess() {}

  void started(Process child) {
    process.complete(child);
    CompletableFuture<Process> unused =
        child.onExit().whenComplete((exited, failure) -> exited(child.exitValue()));
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
   * The child's newest context, once it has connected.
   *
   * @return the context, also after it has ended; empty before
   */
  public synchronized Optional<RendererContext> context() {
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

  /** A context of the child opens; refused if the child has ended already. */
  synchronized boolean connected(RendererContext opened) {
    if (exitCode != null) {
      return false;
    }
    openContexts++;
    context = opened;
    return true;
  }

  void disconnected() {
    Integer code;
    synchronized (this) {
      code = --openContexts == 0 ? exitCode : null;
    }
    if (code != null) {
      ended.complete(code);
    }
  }

  private void exited(int code) {
    boolean released;
    synchronized (this) {
      exitCode = code;
      released = openContexts == 0;
    }
    if (released) {
      ended.complete(code);
    }
  }

  @Override
  public String toString() {
    return "renderer process " + pid();
  }
}
