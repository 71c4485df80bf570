package recorded;

import dev.remora.annotation.RemoteConstructor;
import dev.remora.annotation.RemoteModule;
import java.util.ArrayList;
import java.util.List;

@RemoteModule
public class Basket implements Named {
  public int limit = 10;
  private final List<Item> items = new ArrayList<>();

  @RemoteConstructor
  public Basket() {}

  @Override
  public String name() {
    return "basket of " + items.size();
  }

  public Basket add(Item item) {
    items.add(item);
    return this;
  }
}
