package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 55 to 60 and 88 to 94: properties, members, classes and identity. */
final class ElectronObjectIT {

  @ParameterizedTest
  @EnumSource
  void case55CanChangeItsProperties(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      Fixtures_PropertyStub property = Fixtures_PropertyStub.require(reached.remote);
      assertThat(property.property()).isEqualTo(1127);
      property.property(null);
      assertThat(property.property()).isNull();
      property.property(1007);
      assertThat(property.property()).isEqualTo(1007);
      assertThat(Fixtures_PropertyStub.require(reached.remote).property()).isEqualTo(1007);
      try (Reached other = route.reach()) {
        // A module of each context's own: what one changes the other does not see.
        assertThat(Fixtures_PropertyStub.require(other.remote).property()).isEqualTo(1127);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void case57SetsARemotePropertyWithARemoteObject(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      Fixtures_AssemblyStub assembly = Fixtures_AssemblyStub.require(reached.remote);
      assertThat(assembly.holdsOriginal()).isFalse();
      PartStub original = assembly.original();
      assembly.part(original);
      assertThat(assembly.holdsOriginal()).isTrue();
      assertThat(assembly.part()).isSameAs(original);
      assembly.part(SourceStub.require(reached.remote).part());
      assertThat(assembly.holdsOriginal()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void case58ConstructsAnObjectFromAMember(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      assertThat(Fixtures_CallStub.construct(reached.remote).test()).isEqualTo("test");
    }
  }

  @ParameterizedTest
  @EnumSource
  void case60IsReferencedByItsMembers(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      IntSupplier number = SourceStub.require(reached.remote).fresh(60)::number;
      reached.awaitHeld(SourceStub.TYPE, 0);
      assertThat(number.getAsInt()).isEqualTo(60);
      assertThat(reached.held(PartStub.TYPE)).isEqualTo(1);
      number = null;
      reached.awaitHeld(PartStub.TYPE, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void case88TheSameObjectByDifferentGetters(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      Offered_WindowStub window = Offered_WindowStub.require(reached.remote);
      Offered_WebContentsStub contents = Offered_WebContentsStub.require(reached.remote);
      assertThat(window.webContents()).isSameAs(contents);
      assertThat(reached.held(Offered_WebContentsStub.TYPE)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void case89CanGetMethodsOfAClass(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      assertThat(Fixtures_BaseStub.require(reached.remote).method()).isEqualTo("method");
    }
  }

  @ParameterizedTest
  @EnumSource
  void case90CanGetPropertiesOfAClass(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      assertThat(Fixtures_BaseStub.require(reached.remote).readonly()).isEqualTo("readonly");
    }
  }

  @ParameterizedTest
  @EnumSource
  void case91CanChangePropertiesOfAClass(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      Fixtures_BaseStub base = Fixtures_BaseStub.require(reached.remote);
      assertThat(base.value()).isEqualTo("old");
      base.value("new");
      assertThat(base.value()).isEqualTo("new");
    }
  }

  @ParameterizedTest
  @EnumSource
  void case93ADerivedClassHasTheMembersOfItsBase(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      Fixtures_DerivedStub derived = Fixtures_DerivedStub.require(reached.remote);
      assertThat(derived.own()).isEqualTo("own of method");
      assertThat(derived.method()).isEqualTo("method");
      assertThat(derived.readonly()).isEqualTo("readonly");
      derived.value("new");
      assertThat(derived.value()).isEqualTo("new");
      assertThat(Fixtures_BaseStub.require(reached.remote).value()).isEqualTo("old");
    }
  }

  @ParameterizedTest
  @EnumSource
  void case94IsReferencedByInheritedMethods(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      Supplier<String> method = Fixtures_DerivedStub.require(reached.remote)::method;
      Fixtures_BaseStub base = Fixtures_BaseStub.require(reached.remote);
      assertThat(base.method()).isEqualTo("method");
      base = null;
      reached.awaitHeld(Fixtures_BaseStub.TYPE, 0);
      assertThat(method.get()).isEqualTo("method");
      assertThat(reached.held(Fixtures_DerivedStub.TYPE)).isEqualTo(1);
      method = null;
      reached.awaitHeld(Fixtures_DerivedStub.TYPE, 0);
    }
  }

  /** The original turns what is passed back into a callback without a result. */
  @ParameterizedTest
  @EnumSource
  void defectD10WhatIsPassedBackIsTheOriginal(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      SourceStub source = SourceStub.require(reached.remote);
      assertThat(source.isPart(source.part())).isTrue();
      assertThat(source.isPart(source.fresh(7))).isFalse();
      assertThat(source.positionOfPart(List.of(source.fresh(1), source.part()))).isEqualTo(1);
    }
  }
}
