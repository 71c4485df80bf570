package dev.remora.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a thread that goes on says of what it has caught. */
final class MishapTest {
  private final List<@Nullable Throwable> logged = new ArrayList<>();
  private boolean memory = true;
  private final Mishap mishap = new Mishap(Log::new, "the work failed");

  private final class Log implements System.Logger {
    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String message,
        @Nullable Throwable thrown) {
      if (!memory) {
        throw new OutOfMemoryError("the test says so");
      }
      logged.add(thrown);
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String format,
        @Nullable Object... values) {
      throw new UnsupportedOperationException("nothing without an exception is logged here");
    }
  }

  @Test
  void theLastMishapIsToldOnce() {
    IllegalStateException last = new IllegalStateException("last");
    mishap.tell();
    mishap.note(new IllegalStateException("first"));
    mishap.note(last);
    mishap.tell();
    mishap.tell();
    assertThat(logged).containsExactly(last);
  }

  @Test
  void aLogWithoutMemoryDoesNotEndTheThread() {
    memory = false;
    mishap.note(new OutOfMemoryError("the test says so"));
    mishap.tell();
    memory = true;
    mishap.tell();
    assertThat(logged).isEmpty();
  }
}
