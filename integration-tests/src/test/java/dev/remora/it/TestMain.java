package dev.remora.it;

import com.example.loose.Loose;
import dev.remora.Limits;
import dev.remora.it.bank.Account;
import dev.remora.it.bank.Bank;
import dev.remora.it.bank.Savings;
import dev.remora.it.callbacks.Hub;
import dev.remora.it.callbacks.Slow;
import dev.remora.it.callbacks.Switchboard;
import dev.remora.it.files.FileService;
import dev.remora.it.records.RecordEcho;
import dev.remora.it.sql.Database;
import dev.remora.it.streams.Pipes;
import dev.remora.it.values.Echo;
import dev.remora.main.MainProcess;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The main process of the contract tests; also as a program of its own, {@code TestMain <socket>},
 * that ends with its input.
 */
final class TestMain {

  private TestMain() {}

  static MainProcess.Builder exports() {
    return MainProcess.builder()
        .limits(Limits.defaults().withMaxCallDepth(1_200).withMaxCallsInFlight(10_000))
        .export(new Echo())
        .export(Echo.class)
        .export(new Loose())
        .export(new RecordEcho())
        .export(new Bank())
        .export(Account.class)
        .export(Savings.class)
        .export(new Hub())
        .export(new Slow())
        .export(new Switchboard())
        .export(new Database())
        .export(new Pipes())
        .export(new FileService(Path.of("")))
        .export(FileService.class);
  }

  public static void main(String[] args) throws IOException {
    try (MainProcess main = exports().listen(Path.of(args[0])).start()) {
      System.out.println("ready " + main.registry().isEmpty());
      while (System.in.read() >= 0) {
        // Whoever started this process holds its input open.
      }
    }
  }
}
