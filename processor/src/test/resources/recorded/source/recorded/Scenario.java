package recorded;

import dev.remora.main.MainProcess;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Uses all that generated code of its time could do, over a socket's frames in one process. */
public final class Scenario implements Runnable {

  @Override
  public void run() {
    try (MainProcess main =
            MainProcess.builder()
                .export(ShopDispatcher.of(new Shop()))
                .export(Shop.class)
                .export(Basket.class)
                .start();
        RemoteContext remote = RemoteContext.builder().connect(main)) {
      ShopStub shop = ShopStub.require(remote);
      values(remote, shop);
      objects(remote, shop);
      functions(shop);
      equal("a!", shop.promise("a").get());
      equal(6, ShopAsyncStub.of(shop).sum(1, 2, 3.5).get());
      shop.note("noted");
      equal("noted", shop.noted());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void values(RemoteContext remote, ShopStub shop) throws Exception {
    equal(1, ShopStub.version(remote));
    equal(6, shop.sum(1, 2L, 3.5));
    Item item = shop.items().get(0);
    equal(new BigDecimal("1.20"), item.price());
    equal(Colour.GREEN, item.colour());
    equal(List.of("a", "b"), item.tags());
    equal("[7]", Arrays.toString(item.image()));
    equal(Map.of("tea", Optional.of(Colour.GREEN)), shop.colours());
    equal("[x, y]", Arrays.toString(shop.split("x,y")));
    equal("[3, 4]", Arrays.toString(shop.numbers(3, 4)));
    shop.title("Market");
    equal("Market", shop.title());
    equal("item 4", shop.find(4));
    equal("no milk", thrown(() -> shop.find("milk")));
    equal("why", thrown(() -> shop.fail(new RuntimeException("why"))));
    equal(6, shop.withTimeout(Duration.ofMinutes(1)).sum(1, 2, 3));
  }

  private static void objects(RemoteContext remote, ShopStub shop) {
    BasketStub basket = shop.basket();
    equal(true, basket == shop.basket());
    equal(true, shop.isMine(basket, shop.named()));
    equal("basket of 1", basket.add(shop.items().get(0)).name());
    equal(10, BasketStub.construct(remote).limit());
    remote.release(basket);
  }

  private static void functions(ShopStub shop) throws IOException {
    equal("tea", shop.map(Item::name));
    equal("supplied by Market", shop.later().get());
    StringBuilder sold = new StringBuilder();
    equal("ding2", shop.sell(new Handlers(item -> sold.append(item.name()), n -> "ding" + n)));
    shop.each(item -> sold.append(item.colour()));
    equal("teaGREEN", sold.toString());
  }


  private interface Failing {
    void run() throws IOException;
  }

  private static String thrown(Failing call) {
    try {
      call.run();
      return "nothing";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void equal(Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError("expected " + expected + ", but was " + actual);
    }
  }
}
