package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remora.RemoteException;
import dev.remora.it.electron.Forest.Branch;
import dev.remora.it.electron.Forest.Loop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Row 50, circles in values. The original puts null where a circle closes, which loses data without
 * a word; here it is an error, and what shall be a circle crosses by reference.
 */
final class ElectronCircleIT {

  private static void isAClearError(
      ForestStub forest, String member, String reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(RemoteException.class)
        .hasMessageContaining(member)
        .hasMessageContaining(reason);
    assertThat(forest.length(new Loop())).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void case50AListThatContainsItselfIsAClearError(Route route) throws IOException {
    List<Branch> branches = new ArrayList<>();
    Branch endless = new Branch("endless", branches);
    branches.add(endless);
    try (Reached reached = route.reach()) {
      ForestStub forest = ForestStub.require(reached.remote);
      isAClearError(forest, "branch", "nesting depth", () -> forest.branch(endless));
      isAClearError(forest, "branches", "nesting depth", () -> forest.branches(branches));
      isAClearError(forest, "endlessBranch", "nesting depth", forest::endlessBranch);
    }
  }

  @ParameterizedTest
  @EnumSource
  void case50AnObjectThatRefersToItselfIsAClearError(Route route) throws IOException {
    Loop loop = new Loop();
    Loop other = new Loop();
    loop.setNext(other);
    try (Reached reached = route.reach()) {
      ForestStub forest = ForestStub.require(reached.remote);
      assertThat(forest.length(loop)).isEqualTo(2);
      other.setNext(loop);
      isAClearError(forest, "length", "nesting depth", () -> forest.length(loop));
      isAClearError(forest, "endlessLoop", "cycle", forest::endlessLoop);
    }
  }

  @ParameterizedTest
  @EnumSource
  void case50WhatIsSharedAndNoCircleIsCopiedAtEachPlace(Route route) throws IOException {
    Branch shared = new Branch("shared", List.of(new Branch("leaf", List.of())));
    Branch tree = new Branch("tree", List.of(shared, shared, new Branch("deep", List.of(shared))));
    try (Reached reached = route.reach()) {
      ForestStub forest = ForestStub.require(reached.remote);
      assertThat(forest.branch(tree)).isEqualTo(tree);
      assertThat(forest.branches(List.of(tree, shared))).isEqualTo(List.of(tree, shared));
    }
  }

  @ParameterizedTest
  @EnumSource
  void case50CirclesByReferenceKeepTheirShape(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      ForestStub forest = ForestStub.require(reached.remote);
      Forest_NodeStub first = forest.ring(3);
      Forest_NodeStub second = next(first);
      Forest_NodeStub third = next(second);
      assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
      assertThat(next(third)).isSameAs(first);
      assertThat(forest.isFirst(List.of(first, first, next(third)), 3)).isTrue();
      assertThat(forest.isFirst(List.of(first, second), 2)).isFalse();
    }
  }

  private static Forest_NodeStub next(Forest_NodeStub node) {
    Forest_NodeStub next = node.next();
    if (next == null) {
      throw new AssertionError("the ring is open at " + node);
    }
    return next;
  }
}
