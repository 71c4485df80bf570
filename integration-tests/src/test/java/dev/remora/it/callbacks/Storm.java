package dev.remora.it.callbacks;

import dev.remora.annotation.RemoteModule;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Posts events as fast as it can, from a thread of its own. */
@RemoteModule(name = "storm")
public class Storm {
  private final AtomicLong posted = new AtomicLong();
  private volatile String failure = "";

  /** Posts pieces until the listener's renderer has gone. */
  public void begin(int bytes, Consumer<byte[]> listener) {
    Thread poster =
        new Thread(
            () -> {
              while (true) {
                listener.accept(new byte[bytes]);
                posted.incrementAndGet();
              }
            },
            "storm");
    poster.setDaemon(true);
    poster.setUncaughtExceptionHandler((thread, e) -> failure = e.toString());
    poster.start();
  }

  public long posted() {
    return posted.get();
  }

  /** What has ended the storm, or empty. */
  public String failure() {
    return failure;
  }
}
