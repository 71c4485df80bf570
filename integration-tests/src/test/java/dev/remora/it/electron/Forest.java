package dev.remora.it.electron;

import dev.remora.annotation.RemoteModule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Circles, by value and by reference. */
@RemoteModule
public final class Forest {
  private @Nullable Node seen;

  Forest() {}

  /** A tree by value. */
  public record Branch(String name, List<Branch> branches) {}

  /** A bean that may refer to itself. */
  public static final class Loop {
    private @Nullable Loop next;

    /** For databind. */
    public Loop() {}

    /** What comes next. */
    public @Nullable Loop getNext() {
      return next;
    }

    /** What comes next. */
    public void setNext(@Nullable Loop next) {
      this.next = next;
    }
  }

  /** A link of a chain by reference. */
  @RemoteModule
  public static final class Node {
    /** What comes next. */
    public @Nullable Node next;

    Node() {}
  }

  /** Gives back what it is given. */
  public Branch branch(Branch value) {
    return value;
  }

  /** Gives back what it is given. */
  public List<Branch> branches(List<Branch> value) {
    return value;
  }

  /** How many links there are. */
  public int length(@Nullable Loop loop) {
    int length = 0;
    for (Loop l = loop; l != null; l = l.getNext()) {
      length++;
    }
    return length;
  }

  /** A branch that is among its own branches. */
  public Branch endlessBranch() {
    List<Branch> branches = new ArrayList<>();
    Branch branch = new Branch("endless", branches);
    branches.add(branch);
    return branch;
  }

  /** A bean that comes after itself. */
  public Loop endlessLoop() {
    Loop loop = new Loop();
    loop.setNext(loop);
    return loop;
  }

  /** A ring of nodes. */
  public Node ring(int size) {
    Node first = new Node();
    Node last = first;
    for (int i = 1; i < size; i++) {
      Node node = new Node();
      last.next = node;
      last = node;
    }
    last.next = first;
    seen = first;
    return first;
  }

  /** Whether the list is the first node of the ring, so many times. */
  public boolean isFirst(List<Node> nodes, int times) {
    return nodes.size() == times && nodes.stream().allMatch(node -> node == seen);
  }
}
