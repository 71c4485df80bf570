package dev.remora.it.reliability;

/** How large a run is: for every build, or full. */
final class Size {
  private static final boolean FULL = Boolean.getBoolean("remora.reliability.full");

  private Size() {}

  static int of(int inEveryBuild, int full) {
    return FULL ? full : inEveryBuild;
  }
}
