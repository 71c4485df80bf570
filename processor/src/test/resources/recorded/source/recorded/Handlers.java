package recorded;

import java.util.function.Consumer;

public record Handlers(Consumer<Item> onSold, Bell bell) {}
