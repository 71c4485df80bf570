package dev.remora.it.electron;

import dev.remora.annotation.RemoteModule;

/** Makes arrays of numbers, and gives arrays back with the name of their class. */
@RemoteModule
public final class TypedArrays {

  TypedArrays() {}

  public byte[] int8(int... numbers) {
    byte[] result = new byte[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      result[i] = (byte) numbers[i];
    }
    return result;
  }

  public byte[] uint8Clamped(int... numbers) {
    int[] clamped = numbers.clone();
    for (int i = 0; i < numbers.length; i++) {
      clamped[i] = Math.max(0, Math.min(255, numbers[i]));
    }
    return int8(clamped);
  }

  public short[] int16(int... numbers) {
    short[] result = new short[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      result[i] = (short) numbers[i];
    }
    return result;
  }

  public char[] uint16(int... numbers) {
    char[] result = new char[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      result[i] = (char) numbers[i];
    }
    return result;
  }

  public int[] int32(long... numbers) {
    int[] result = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      result[i] = (int) numbers[i];
    }
    return result;
  }

  public float[] float32(double... numbers) {
    float[] result = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      result[i] = (float) numbers[i];
    }
    return result;
  }

  public double[] float64(double... numbers) {
    return numbers;
  }

  /** The sum of the elements as numbers without sign. */
  public long unsignedSum(byte[] numbers) {
    long sum = 0;
    for (byte number : numbers) {
      sum += Byte.toUnsignedLong(number);
    }
    return sum;
  }

  /** The sum of the elements as numbers without sign. */
  public long unsignedSum(int[] numbers) {
    long sum = 0;
    for (int number : numbers) {
      sum += Integer.toUnsignedLong(number);
    }
    return sum;
  }

  public String print(byte[] value) {
    return name(value);
  }

  public String print(short[] value) {
    return name(value);
  }

  public String print(char[] value) {
    return name(value);
  }

  public String print(int[] value) {
    return name(value);
  }

  public String print(float[] value) {
    return name(value);
  }

  public String print(double[] value) {
    return name(value);
  }

  public byte[] echo(byte[] value) {
    return value;
  }

  public short[] echo(short[] value) {
    return value;
  }

  public char[] echo(char[] value) {
    return value;
  }

  public int[] echo(int[] value) {
    return value;
  }

  public float[] echo(float[] value) {
    return value;
  }

  public double[] echo(double[] value) {
    return value;
  }

  private static String name(Object value) {
    return value.getClass().getSimpleName();
  }
}
