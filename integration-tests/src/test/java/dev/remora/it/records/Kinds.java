package dev.remora.it.records;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A component of each kind; those of the last line need databind. */
public record Kinds(
    boolean aBoolean,
    byte aByte,
    short aShort,
    char aChar,
    int anInt,
    long aLong,
    float aFloat,
    double aDouble,
    @Nullable Boolean boxedBoolean,
    @Nullable Byte boxedByte,
    @Nullable Short boxedShort,
    @Nullable Character boxedChar,
    @Nullable Integer boxedInt,
    @Nullable Long boxedLong,
    @Nullable Float boxedFloat,
    @Nullable Double boxedDouble,
    @Nullable String text,
    @Nullable Color color,
    @Nullable BigInteger bigInteger,
    @Nullable BigDecimal bigDecimal,
    @Nullable Instant instant,
    @Nullable UUID uuid,
    @Nullable Tree tree,
    @Nullable List<@Nullable String> list,
    @Nullable Set<Color> set,
    @Nullable Collection<List<Integer>> lists,
    @Nullable Map<String, Tree> map,
    Optional<String> optional,
    @Nullable Map<Integer, String> byNumber) {

  /** An enum that prints something else than its names. */
  public enum Color {
    RED,
    GREEN;

    @Override
    public String toString() {
      return "a colour";
    }
  }
}
