package recorded;

import dev.remora.annotation.OneWay;
import dev.remora.annotation.RemoteModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

@RemoteModule(async = true)
public class Shop {
  public String title = "Corner";
  private final Basket basket = new Basket();
  private volatile String note = "";

  public static int version() {
    return 1;
  }

  public int sum(int one, long two, double three) {
    return (int) (one + two + three);
  }

  public List<Item> items() {
    return List.of(
        new Item("tea", new BigDecimal("1.20"), Colour.GREEN, List.of("a", "b"), new byte[] {7}));
  }

  public Map<String, Optional<Colour>> colours() {
    return Map.of("tea", Optional.of(Colour.GREEN));
  }

  public String[] split(String text) {
    return text.split(",");
  }

  public int[] numbers(int... numbers) {
    return numbers;
  }

  public Basket basket() {
    return basket;
  }

  public Named named() {
    return basket;
  }

  public boolean isMine(Basket other, Named named) {
    return other == basket && named == basket;
  }

  public String find(String name) throws IOException {
    throw new IOException("no " + name);
  }

  public String find(int number) {
    return "item " + number;
  }

  public String map(Function<Item, String> mapper) {
    return mapper.apply(items().get(0));
  }

  public Supplier<String> later() {
    return () -> "supplied by " + title;
  }

  public String sell(Handlers handlers) throws IOException {
    handlers.onSold().accept(items().get(0));
    return handlers.bell().ring(2);
  }

  public void each(Consumer<Item> consumer) {
    items().forEach(consumer);
  }

  public CompletableFuture<String> promise(String text) {
    return CompletableFuture.completedFuture(text + "!");
  }

  @OneWay
  public void note(String text) {
    note = text;
  }

  public String noted() {
    return note;
  }

  public void fail(Throwable cause) throws IOException {
    throw new IOException(cause.getMessage());
  }
}
