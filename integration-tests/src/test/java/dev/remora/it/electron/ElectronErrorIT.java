package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.EncodingException;
import dev.remora.RemoteInvocationException;
import dev.remora.it.values.Broken;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 56, 95 and 96: what fails in the main process. */
final class ElectronErrorIT {

  @ParameterizedTest
  @EnumSource
  void case56RethrowsErrorsOfGettersAndSetters(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      ThrowerStub thrower = ThrowerStub.require(reached.remote);
      assertThatThrownBy(thrower::property)
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("getting error");
      assertThatThrownBy(() -> thrower.property(""))
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage("setting error");
      thrower.property("set");
      assertThat(thrower.property()).isEqualTo("set");
      assertThatThrownBy(thrower::broken)
          .isInstanceOf(EncodingException.class)
          .hasMessageContaining("nothing to get");
      assertThatThrownBy(() -> thrower.broken(new Broken()))
          .isInstanceOf(EncodingException.class)
          .hasMessageContaining("nothing to get");
      assertThat(thrower.works()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void case95ThrowsErrorsFromMain(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      ThrowerStub thrower = ThrowerStub.require(reached.remote);
      assertThatThrownBy(thrower::failWithCauses)
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("surface")
          .satisfies(
              e ->
                  assertThat(e.getStackTrace())
                      .extracting(StackTraceElement::getMethodName)
                      .containsSubsequence("failWithCauses", "case95ThrowsErrorsFromMain"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void case96TracksTheCausesOfAnError(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      ThrowerStub thrower = ThrowerStub.require(reached.remote);
      assertThatThrownBy(thrower::failWithCauses)
          .cause()
          .isInstanceOfSatisfying(
              RemoteInvocationException.class,
              middle -> {
                assertThat(middle.remoteClassName()).isEqualTo("java.lang.IllegalStateException");
                assertThat(middle.remoteMessage()).isEqualTo("middle");
              })
          .cause()
          .isInstanceOfSatisfying(
              RemoteInvocationException.class,
              core -> {
                assertThat(core.remoteClassName()).endsWith("Thrower$CoreException");
                assertThat(core.remoteMessage()).isEqualTo("core");
                assertThat(core.isRemotely("java.lang.RuntimeException")).isTrue();
              })
          .hasNoCause();
    }
  }

  /** The original fails on `arguments`, loses thrown non-errors, and never answers for a Symbol. */
  @ParameterizedTest
  @EnumSource
  void defectD9WhatCannotBeSentIsAnErrorAnswer(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      ThrowerStub thrower = ThrowerStub.require(reached.remote);
      assertThat(thrower.arguments("a", "b")).containsExactly("a", "b");
      assertThat(thrower.arguments()).isEmpty();
      assertThatThrownBy(thrower::throwError)
          .isInstanceOfSatisfying(
              RemoteInvocationException.class,
              e -> {
                assertThat(e.remoteClassName()).isEqualTo("java.lang.AssertionError");
                assertThat(e.remoteMessage()).isEqualTo("no exception");
              });
      assertThatThrownBy(thrower::throwNameless)
          .isInstanceOfSatisfying(
              RemoteInvocationException.class, e -> assertThat(e.remoteMessage()).isNull());
      assertThatThrownBy(thrower::broken).isInstanceOf(EncodingException.class);
      assertThat(thrower.works()).isEqualTo(1);
    }
  }
}
