package dev.remora.it.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record of one component of many kinds, buffers and stubs among them. */
public record Everything(
    boolean flag,
    byte small,
    char letter,
    long big,
    float single,
    double twice,
    String text,
    @Nullable String nothing,
    Shape shape,
    BigInteger integer,
    BigDecimal decimal,
    Instant instant,
    LocalDate date,
    OffsetDateTime offset,
    ZonedDateTime zoned,
    Duration duration,
    UUID uuid,
    URI uri,
    Path path,
    Optional<String> optional,
    List<Point> points,
    Set<Shape> shapes,
    Map<String, List<Integer>> map,
    Page<Point> page,
    Bytes bytes,
    List<Ticket> tickets) {}
