package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.main.MainProcess;
import dev.remora.main.RequireDecision;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 36, D4 and D5: what a renderer that keeps no rules can reach. */
final class ElectronSafetyIT {
  @TempDir private Path directory;

  private MainProcess.Builder listening(MainProcess.Builder builder) {
    return builder.listen(socket());
  }

  private Path socket() {
    return directory.resolve("main").resolve("main.sock");
  }

  @Test
  void case36OnlyTheEndOfTheContextThatHoldsAnObjectReleasesIt() throws IOException {
    Source source = new Source();
    try (MainProcess main = listening(MainProcess.builder().export(source)).start();
        Wire wire = new Wire(socket())) {
      long id = Wire.idIn(wire.require(SourceStub.TYPE));
      try (RemoteContext other = RemoteContext.connect(socket())) {
        assertThat(SourceStub.require(other).part().number()).isEqualTo(7);
        assertThat(main.registry().contexts()).hasSize(2);
      }
      Eventually.holds(() -> main.registry().contexts().size() == 1, main::registry);
      assertThat(main.registry().objectCount()).isEqualTo(1);
      assertThat(wire.call(id, "fresh", "5")).contains("\"type\":\"object\"");
      wire.releaseContext();
      assertThat(wire.call(id, "fresh", "5"))
          .contains("DISCONNECTED")
          .contains("context 1-1 cannot be used: the context was closed");
      assertThat(main.registry().objectCount()).isZero();
    }
  }

  @Test
  void defectD4AnIdMeansNothingInAnotherContext() throws IOException {
    try (MainProcess main = listening(MainProcess.builder().export(new Source())).start();
        Wire owner = new Wire(socket());
        Wire thief = new Wire(socket())) {
      long source = Wire.idIn(owner.require(SourceStub.TYPE));
      long part = Wire.idIn(owner.call(source, "part", ""));
      assertThat(owner.call(part, "number", "")).isEqualTo("7");
      assertThat(thief.call(part, "number", "")).contains("MISSING_OBJECT");
      long own = Wire.idIn(thief.require(SourceStub.TYPE));
      assertThat(thief.call(own, "isPart", "{\"type\":\"remote-object\",\"id\":" + part + "}"))
          .contains("MISSING_OBJECT");
      assertThat(thief.call(part, "number", "")).contains("MISSING_OBJECT");
      assertThat(main.registry().objectCount()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open",
        "open()",
        "openPrivately",
        "openByClass",
        "opened",
        "Vault",
        "getClass",
        "hashCode",
        "toString",
        "notifyAll",
        "constructor",
        "__proto__",
        "exec"
      })
  void defectD5WhatIsNoMemberIsReachedByNoCommand(String name) throws IOException {
    Vault vault = new Vault();
    try (MainProcess main = listening(MainProcess.builder().export(vault)).start();
        Wire wire = new Wire(socket())) {
      long id = Wire.idIn(wire.require(VaultStub.TYPE));
      for (String answer :
          List.of(
              wire.call(id, name, ""),
              wire.get(id, name),
              wire.answer("MEMBER_SET", id + ",\"" + name + "\",[1]"),
              wire.answer("MEMBER_CONSTRUCTOR", id + ",\"" + name + "\",[]"))) {
        assertThat(answer).startsWith("{\"type\":\"exception\"").contains("NO_SUCH_MEMBER");
      }
      assertThat(wire.call(id, "label", "")).isEqualTo("\"vault\"");
      assertThat(vault.timesOpened()).isZero();
      assertThat(main.registry().objectCount()).isEqualTo(1);
    }
  }

  @Test
  void defectD5ABlockedModuleIsReachedByNoDetour() throws IOException {
    MainProcess.Builder builder =
        MainProcess.builder()
            .export(new Source())
            .export(new Vault())
            .export(Fixtures.Foo.class)
            .onRequire(
                request ->
                    request.module().equals(SourceStub.TYPE.module())
                        ? RequireDecision.pass()
                        : RequireDecision.block("only sources"));
    try (MainProcess main = listening(builder).start();
        Wire wire = new Wire(socket())) {
      assertThat(wire.require(VaultStub.TYPE)).contains("ACCESS_BLOCKED").contains("only sources");
      long source = Wire.idIn(wire.require(SourceStub.TYPE));
      for (long guess = source + 1; guess < source + 100; guess++) {
        assertThat(wire.call(guess, "label", "")).contains("MISSING_OBJECT");
      }
      assertThat(wire.require(Fixtures_FooStub.TYPE)).contains("ACCESS_BLOCKED");
      assertThat(wire.answer("MEMBER_CONSTRUCTOR", source + ",\"Foo\",[]"))
          .contains("NO_SUCH_MEMBER");
      assertThat(main.registry().objectCount()).isEqualTo(1);
    }
  }
}
