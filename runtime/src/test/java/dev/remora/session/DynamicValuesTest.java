package dev.remora.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.stub.Dispatcher;
import dev.remora.stub.DispatcherFamily;
import dev.remora.stub.Exported;
import dev.remora.stub.Member;
import dev.remora.stub.MetaReader;
import dev.remora.stub.Reply;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a hostile peer may write where a signature says {@code Object} or {@code Class}. */
final class DynamicValuesTest {

  /** Stands for a foreign interface that takes an Object, or a Class, and returns it. */
  private static final class Anything extends Dispatcher<Runnable> {
    static final Anything INSTANCE = new Anything();
    private static final DispatcherFamily FAMILY = new DispatcherFamily(() -> List.of(INSTANCE));

    private Anything() {
      super(
          Runnable.class,
          "Anything",
          "",
          List.of(
              new Member(Member.Kind.METHOD, "any", "Object any(Object)"),
              new Member(Member.Kind.METHOD, "kind", "Class<?> kind(Class<?>)")));
    }

    @Override
    public void memberCall(Runnable self, String member, MetaReader args, Reply reply) {
      if (member.equals("any")) {
        Object value = args.readNullable(FAMILY.anything());
        args.end();
        reply.writeNullable(FAMILY.anything(), value);
      } else {
        Class<?> type = args.read(FAMILY.classes());
        args.end();
        reply.write(FAMILY.classes(), type);
      }
    }
  }

  private static Served served(Transport transport) {
    return new Served(
        transport, builder -> builder.export(new Exported<>(Anything.INSTANCE, () -> {})));
  }

  private static String ask(RawPeer peer, int id, String member, String argument)
      throws IOException {
    return peer.ask("[\"MEMBER_CALL\",%d,\"1-1\",1,\"%s\",[%s]]".formatted(id, member, argument));
  }

  private static void require(RawPeer peer) throws IOException {
    assertThat(peer.ask("[\"REQUIRE\",1,\"1-1\",\"Anything\"]")).startsWith("[\"RETURN\",1,{");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null",
        "true",
        "\"text\"",
        "5",
        "{\"type\":\"dynamic\",\"of\":\"java.lang.Long\",\"value\":5}",
        "{\"type\":\"dynamic\",\"of\":\"java.time.LocalDate\",\"value\":\"2024-02-29\"}",
        "{\"type\":\"dynamic\",\"of\":\"int[]\",\"value\":{\"type\":\"array\",\"members\":[1,2]}}",
        "{\"type\":\"dynamic\",\"of\":\"java.lang.String[]\",\"value\":{\"type\":\"array\",\"members\":[\"a\",null]}}",
        "{\"type\":\"dynamic\",\"of\":\"java.util.Map\",\"value\":{\"type\":\"map\",\"members\":[[1,\"a\"]]}}"
      })
  void aValueOfTheClosedSetComesBackAsItWasWritten(String meta) throws IOException {
    try (Served served = served(Transport.IN_PROCESS);
        RawPeer peer = served.peer()) {
      require(peer);
      assertThat(ask(peer, 2, "any", meta)).isEqualTo("[\"RETURN\",2," + meta + "]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "any | {\"type\":\"dynamic\",\"of\":\"java.lang.ProcessBuilder\",\"value\":1} | one of 'java.lang.ProcessBuilder'",
        "any | {\"type\":\"dynamic\",\"of\":\"java.lang.ProcessBuilder[]\",\"value\":1} | one of 'java.lang.ProcessBuilder[]'",
        "any | {\"type\":\"dynamic\",\"of\":\"java.lang.Object\",\"value\":1} | one of 'java.lang.Object'",
        "any | {\"type\":\"dynamic\",\"of\":\"int\",\"value\":1} | one of 'int'",
        "any | {\"type\":\"dynamic\",\"of\":\"java.lang.Byte\",\"value\":1000} | a byte",
        "any | {\"type\":\"dynamic\",\"of\":\"java.lang.Integer[]\",\"value\":{\"type\":\"array\",\"members\":[\"a\"]}} | ArrayStoreException",
        "any | {\"type\":\"dynamic\",\"value\":1} | begins with the name of its type",
        "any | 5000000000 | an int",
        "any | {\"type\":\"function\",\"id\":1} | a meta of type 'function'",
        "any | {\"type\":\"remote-object\",\"id\":77} | missing remote object 77",
        "kind | \"java.lang.Runtime\" | a class of the closed set",
        "kind | \"[Ljava.lang.String;\" | a class of the closed set",
      })
  void whatIsNotInTheClosedSetIsAnErrorAndThePeerGoesOn(String member, String meta, String text)
      throws IOException {
    try (Served served = served(Transport.IN_PROCESS);
        RawPeer peer = served.peer()) {
      require(peer);
      assertThat(ask(peer, 2, member, meta))
          .startsWith("[\"RETURN\",2,{\"type\":\"exception\"")
          .contains(text);
      assertThat(ask(peer, 3, "any", "4")).isEqualTo("[\"RETURN\",3,4]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anObjectGoesHomeByItsIdAndAClassByItsName(Transport transport) throws IOException {
    try (Served served = served(transport);
        RawPeer peer = served.peer()) {
      require(peer);
      assertThat(ask(peer, 2, "any", "{\"type\":\"remote-object\",\"id\":1}"))
          .isEqualTo("[\"RETURN\",2,{\"type\":\"object\",\"name\":\"Anything\",\"id\":1}]");
      assertThat(ask(peer, 3, "kind", "\"java.lang.String[][]\""))
          .isEqualTo("[\"RETURN\",3,\"java.lang.String[][]\"]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void functionsWithinARefusedDynamicValueAreGivenBack(Transport transport) throws IOException {
    try (Served served = served(transport);
        RawPeer peer = served.peer()) {
      require(peer);
      peer.send(
          "[\"MEMBER_CALL\",2,\"1-1\",1,\"any\",[{\"type\":\"dynamic\",\"of\":\"java.util.List\",\"value\":{\"type\":\"array\",\"value\":[{\"type\":\"function\",\"id\":9}]}}]]");
      String first = String.valueOf(peer.receive());
      String second = String.valueOf(peer.receive());
      assertThat(first + second)
          .contains("[\"RENDERER_RELEASE_CALLBACK\",\"1-1\",[[9,1]]]")
          .contains("[\"RETURN\",2,{\"type\":\"exception\"");
    }
  }
}
