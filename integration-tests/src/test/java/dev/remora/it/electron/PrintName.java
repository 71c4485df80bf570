package dev.remora.it.electron;

import dev.remora.annotation.RemoteModule;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

/** Says of which class a value is in the main process, and gives it back. */
@RemoteModule
public final class PrintName {

  PrintName() {}

  /** A buffer inside of an object. */
  public record Parcel(String label, ByteBuffer content) {}

  public String print(Boolean value) {
    return name(value);
  }

  public String print(Double value) {
    return name(value);
  }

  public String print(String value) {
    return name(value);
  }

  public String print(Date value) {
    return name(value);
  }

  public String print(Pattern value) {
    return name(value);
  }

  public String print(byte[] value) {
    return name(value);
  }

  public String print(Parcel value) {
    return name(value);
  }

  public Boolean echo(Boolean value) {
    return value;
  }

  public Double echo(Double value) {
    return value;
  }

  public String echo(String value) {
    return value;
  }

  public Date echo(Date value) {
    return value;
  }

  public Pattern echo(Pattern value) {
    return value;
  }

  public byte[] echo(byte[] value) {
    return value;
  }

  public ByteBuffer echo(ByteBuffer value) {
    return value;
  }

  public Parcel echo(Parcel value) {
    return value;
  }

  public List<byte[]> echo(List<byte[]> value) {
    return value;
  }

  public List<Row> rows(List<Row> value) {
    return value;
  }

  public Exception error(Exception value) {
    return value;
  }

  public boolean isNaN(double value) {
    return Double.isNaN(value);
  }

  public boolean isPositiveInfinity(double value) {
    return value == Double.POSITIVE_INFINITY;
  }

  public double quotient(double dividend, double divisor) {
    return dividend / divisor;
  }

  private static String name(Object value) {
    return value.getClass().getSimpleName();
  }
}
