package dev.remora.it.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.it.Jvm;
import java.io.BufferedReader;
import java.io.Serial;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.rmi.server.Unreferenced;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long Java RMI keeps what a killed client held: the figure beside ours in {@code
 * docs/reliability.md}. It takes a quarter of an hour, so only full runs have it.
 */
@Timeout(2_400)
@EnabledIfSystemProperty(named = "remora.reliability.full", matches = "true")
final class RmiLeaseIT {
  private static final int OBJECTS = 10_000;
  private static final CountDownLatch RELEASED = new CountDownLatch(OBJECTS);

  /** What the server gives away. */
  public interface Items extends Remote {
    List<Item> take(int count) throws RemoteException;
  }

  /** One of many. */
  public interface Item extends Remote {
    int number() throws RemoteException;
  }

  private static final class Counted extends UnicastRemoteObject implements Item, Unreferenced {
    @Serial private static final long serialVersionUID = 1;

    Counted() throws RemoteException {}

    @Override
    public int number() {
      return 0;
    }

    @Override
    public void unreferenced() {
      RELEASED.countDown();
    }
  }

  /** The client: {@code Client <port>}. */
  static final class Client {
    private Client() {}

    public static void main(String[] args) throws Exception {
      Registry registry = LocateRegistry.getRegistry("127.0.0.1", Integer.parseInt(args[0]));
      Items items = (Items) registry.lookup("items");
      List<List<Item>> held = new ArrayList<>();
      for (int i = 0; i < OBJECTS; i += 1_000) {
        held.add(items.take(1_000));
      }
      System.out.println("held " + held.size());
      while (System.in.read() >= 0) {
        // Killed here.
      }
    }
  }

  @Test
  void rmiReleasesWhatAKilledClientHeldWhenItsLeaseHasRunOut() throws Exception {
    int port = 1_099 + (int) (ProcessHandle.current().pid() % 10_000);
    Registry registry = LocateRegistry.createRegistry(port);
    Items items =
        count -> {
          List<Item> given = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            given.add(new Counted());
          }
          return given;
        };
    registry.rebind("items", UnicastRemoteObject.exportObject(items, 0));
    Process client = Jvm.running(Client.class, String.valueOf(port)).start();
    try (BufferedReader output = client.inputReader()) {
      assertThat(output.readLine()).isEqualTo("held 10");
      long start = System.nanoTime();
      client.destroyForcibly();
      assertThat(RELEASED.await(40, TimeUnit.MINUTES)).isTrue();
      System.out.printf(
          "reliability: RMI released %d objects %.0f s after its client was killed%n",
          OBJECTS, (System.nanoTime() - start) / 1e9);
    } finally {
      UnicastRemoteObject.unexportObject(items, true);
      UnicastRemoteObject.unexportObject(registry, true);
    }
  }
}
