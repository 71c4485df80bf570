package dev.remora.benchmarks;

import java.io.Closeable;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Java RMI over loopback, as the JDK has it. */
final class RmiPeer implements Peer {
  private static final String NAME = "service";
  private static final int BATCH = 1_000;

  private final RemoteService service;

  RmiPeer(int port) throws Exception {
    Registry registry = LocateRegistry.getRegistry("127.0.0.1", port);
    service = (RemoteService) registry.lookup(NAME);
  }

  /** What RMI wants of an interface. */
  interface RemoteService extends Remote {
    int doubleIt(int x) throws RemoteException;

    Sample echo(Sample sample) throws RemoteException;

    byte[] echo(byte[] bytes) throws RemoteException;

    int nested(RemoteCallback callback, int x) throws RemoteException;

    RemoteItem makeItem(int factor) throws RemoteException;

    List<RemoteItem> makeItems(int count) throws RemoteException;

    void sleep(int millis) throws RemoteException;
  }

  /** A function of the client's. */
  interface RemoteCallback extends Remote {
    int apply(int x) throws RemoteException;
  }

  /** An object of the server's. */
  interface RemoteItem extends Remote {
    int times(int x) throws RemoteException;
  }

  private static final class Exported implements RemoteService {
    private final Service service = new Service();

    @Override
    public int doubleIt(int x) {
      return service.doubleIt(x);
    }

    @Override
    public Sample echo(Sample sample) {
      return service.echo(sample);
    }

    @Override
    public byte[] echo(byte[] bytes) {
      return service.echoBytes(bytes);
    }

    @Override
    public int nested(RemoteCallback callback, int x) throws RemoteException {
      return callback.apply(x);
    }

    @Override
    public RemoteItem makeItem(int factor) throws RemoteException {
      RemoteItem item = x -> factor * x;
      UnicastRemoteObject.exportObject(item, 0);
      return item;
    }

    @Override
    public List<RemoteItem> makeItems(int count) throws RemoteException {
      List<RemoteItem> items = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        items.add(makeItem(i));
      }
      return items;
    }

    @Override
    public void sleep(int millis) {
      service.sleep(millis);
    }
  }

  static Closeable serve(int port) throws Exception {
    Registry registry = LocateRegistry.createRegistry(port);
    Exported exported = new Exported();
    registry.rebind(NAME, UnicastRemoteObject.exportObject(exported, 0));
    return () -> UnicastRemoteObject.unexportObject(exported, true);
  }

  @Override
  public int doubleIt(int x) throws RemoteException {
    return service.doubleIt(x);
  }

  @Override
  public Sample echo(Sample sample) throws RemoteException {
    return service.echo(sample);
  }

  @Override
  public byte[] echo(byte[] bytes) throws RemoteException {
    return service.echo(bytes);
  }

  private static final class Callback implements RemoteCallback {
    private final IntUnaryOperator function;

    Callback(IntUnaryOperator function) throws RemoteException {
      this.function = function;
      UnicastRemoteObject.exportObject(this, 0);
    }

    @Override
    public int apply(int x) {
      return function.applyAsInt(x);
    }
  }

  private @Nullable RemoteCallback exported;

  @Override
  public int nested(IntUnaryOperator callback, int x) throws RemoteException {
    RemoteCallback function = exported;
    if (function == null) {
      function = new Callback(callback);
      exported = function;
    }
    return service.nested(function, x);
  }

  @Override
  public int useObject(int x) throws RemoteException {
    return service.makeItem(2).times(x);
  }

  @Override
  public Object holdObjects(int count) throws RemoteException {
    List<Object> held = new ArrayList<>();
    for (int i = 0; i < count; i += BATCH) {
      held.add(service.makeItems(BATCH));
    }
    return held;
  }

  @Override
  public void sleep(int millis) throws RemoteException {
    service.sleep(millis);
  }

  @Override
  public void close() {}
}
