package com.example.loose;

import dev.remora.annotation.RemoteModule;
import java.util.List;
import java.util.Map;

/** A module of a package that says nothing about null: every reference may be null. */
@RemoteModule(async = true)
public class Loose {
  /** Gives back what it is given. */
  public String string(String value) {
    return value;
  }

  /** Gives back what it is given. */
  public List<Map<String, Integer>> nested(List<Map<String, Integer>> value) {
    return value;
  }

  /** Gives back what it is given. */
  public byte[] bytes(byte[] value) {
    return value;
  }

  /** Gives back what it is given. */
  public Loose same(Loose value) {
    return value;
  }
}
