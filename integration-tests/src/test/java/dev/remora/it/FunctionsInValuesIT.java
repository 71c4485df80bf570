package dev.remora.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.it.callbacks.Button;
import dev.remora.it.callbacks.Handlers;
import dev.remora.it.callbacks.HubStub;
import dev.remora.it.callbacks.Menu;
import dev.remora.it.callbacks.Menu.Slot;
import dev.remora.it.callbacks.Refused;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions inside of records and beans, in both directions. */
final class FunctionsInValuesIT {

  private static HubStub hub(Via via) {
    HubStub hub = HubStub.require(via.remote());
    hub.takeLog();
    return hub;
  }

  @ParameterizedTest
  @EnumSource
  void functionsOfARecordAreCalledOnTheThreadOfTheCall(Via via) throws Refused {
    List<String> heard = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    Handlers handlers =
        new Handlers(
            "mine",
            text -> {
              heard.add(text);
              threads.add(Thread.currentThread());
            },
            number -> heard.add("posted " + number),
            text -> 2 * text.length(),
            what -> what.equals("right"));

    assertThat(hub(via).tell(handlers, "right")).containsExactly("mine", "10", "true");
    assertThat(heard).containsExactly("right", "posted 5");
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionOfARecordMayBeNullAndMayThrowWhatItDeclares(Via via) throws Refused {
    HubStub hub = hub(via);
    Handlers silent = new Handlers("silent", text -> {}, number -> {}, String::length, null);
    assertThat(hub.tell(silent, "x")).containsExactly("silent", "1", "nobody");

    Handlers refusing =
        new Handlers(
            "refusing",
            text -> {},
            number -> {},
            String::length,
            what -> {
              throw new Refused("not " + what);
            });
    assertThatThrownBy(() -> hub.tell(refusing, "this"))
        .isExactlyInstanceOf(Refused.class)
        .hasMessage("not this");
  }

  @ParameterizedTest
  @EnumSource
  void functionsOfMainsRecordsAreCalledAndComeHomeAsThemselves(Via via) {
    HubStub hub = hub(via);
    Handlers mains = hub.handlers("main's");

    mains.onText().accept("text");
    mains.onNumber().accept(7);
    assertThat(mains.measure().apply("four")).isEqualTo(4);
    assertThatThrownBy(() -> requireNonNull(mains.judge()).accepts("me"))
        .isExactlyInstanceOf(Refused.class)
        .hasMessage("main's refuses me");
    assertThat(hub.takeLog()).containsExactly("main's text", "main's 7");
    assertThat(hub.areOriginal(mains)).isTrue();
    assertThat(hub.echoHandlers(mains)).isEqualTo(mains);
  }

  @ParameterizedTest
  @EnumSource
  void functionsOfARecordComeHomeAsThemselves(Via via) {
    Handlers mine = new Handlers("mine", text -> {}, number -> {}, String::length, what -> true);

    assertThat(hub(via).areOriginal(mine)).isFalse();
    assertThat(hub(via).echoHandlers(mine)).isEqualTo(mine);
  }

  @ParameterizedTest
  @EnumSource
  void functionsAreFoundAtAnyDepth(Via via) throws Refused {
    HubStub hub = hub(via);
    List<String> ran = new ArrayList<>();
    Menu menu = menu("root", ran, menu("child", ran, menu("grandchild", ran)));

    hub.walk(List.of(menu, menu("sibling", ran)));

    List<String> each = List.of("action", "undo", "slot", "other 1", "other 2");
    List<String> expected = new ArrayList<>();
    for (String title : List.of("root", "child", "grandchild", "sibling")) {
      each.forEach(what -> expected.add(title + " " + what));
      each.forEach(what -> expected.add(title + "'s own " + what));
    }
    assertThat(ran).containsExactlyInAnyOrderElementsOf(expected);
    List<String> log = hub.takeLog();
    assertThat(log).hasSize(3 * 8).startsWith("root hint", "true", "false", "root's own hint");
    assertThat(log).endsWith("sibling's own hint", "true", "false");
    Menu home = hub.echoMenu(menu);
    assertThat(home.icon()).isEqualTo(menu.icon());
    assertThat(home.actions()).isEqualTo(menu.actions());
    assertThat(home.hint()).isEqualTo(menu.hint());
    assertThat(home.judges()).isEqualTo(menu.judges());
    assertThat(home.undo()).containsExactlyElementsOf(menu.undo());
    assertThat(home.lazily()).isEqualTo(menu.lazily());
    assertThat(home.slot()).isEqualTo(menu.slot());
  }

  private static Menu menu(String title, List<String> ran, Menu... children) {
    return menu(
        title,
        ran,
        List.of(children),
        List.of(() -> menu(title + "'s own", ran, List.of(), List.of())));
  }

  private static Menu menu(
      String title, List<String> ran, List<Menu> children, List<Supplier<Menu>> lazily) {
    Map<String, Runnable> actions = new LinkedHashMap<>();
    actions.put("run", () -> ran.add(title + " action"));
    ArrayDeque<Runnable> undo = new ArrayDeque<>();
    undo.add(() -> ran.add(title + " undo"));
    return new Menu(
        title,
        Path.of(title),
        actions,
        Optional.of(() -> title + " hint"),
        List.of(List.of(what -> what.equals(title)), List.of(), List.of(String::isEmpty)),
        undo,
        lazily,
        new Slot<>(
            () -> ran.add(title + " slot"),
            List.of(() -> ran.add(title + " other 1"), () -> ran.add(title + " other 2"))),
        children);
  }

  @ParameterizedTest
  @EnumSource
  void beansHoldFunctionsInFieldsAndPropertiesInheritedOnesToo(Via via) {
    HubStub hub = hub(via);
    List<String> ran = new ArrayList<>();
    Button button = new Button();
    button.onHover = () -> ran.add("hover");
    button.setOnClick(() -> ran.add("click"));
    button.setURL(() -> ran.add("url"));
    button.onKeys = new Runnable[] {() -> ran.add("key 1"), () -> ran.add("key 2")};

    Button mains = hub.press(button);

    assertThat(ran).containsExactlyInAnyOrder("hover", "click", "url", "key 1", "key 2");
    requireNonNull(mains.getURL()).run();
    assertThat(hub.takeLog()).containsExactly("main's");
  }
}
