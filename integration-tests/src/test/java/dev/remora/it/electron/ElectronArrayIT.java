package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 72 to 81: arrays of numbers. */
final class ElectronArrayIT {

  /** What a test does with the module. */
  private interface Use {
    void of(TypedArraysStub arrays);
  }

  private static void over(Route route, Use use) throws IOException {
    try (Reached reached = route.reach()) {
      use.of(TypedArraysStub.require(reached.remote));
    }
  }

  private static int[] unsigned(byte[] bytes) {
    int[] numbers = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      numbers[i] = Byte.toUnsignedInt(bytes[i]);
    }
    return numbers;
  }

  @ParameterizedTest
  @EnumSource
  void case72Int8ArraysAreBytes(Route route) throws IOException {
    over(
        route,
        arrays -> {
          byte[] bytes = arrays.int8(1, -2, 127, -128);
          assertThat(bytes).containsExactly(1, -2, 127, -128);
          assertThat(arrays.echo(bytes)).isEqualTo(bytes);
          assertThat(arrays.print(bytes)).isEqualTo("byte[]");
        });
  }

  @ParameterizedTest
  @EnumSource
  void case73Uint8ArraysAreBytesThatBothSidesReadUnsigned(Route route) throws IOException {
    over(
        route,
        arrays -> {
          byte[] bytes = arrays.int8(1, 200, 255);
          assertThat(unsigned(bytes)).containsExactly(1, 200, 255);
          assertThat(arrays.unsignedSum(bytes)).isEqualTo(456);
        });
  }

  @ParameterizedTest
  @EnumSource
  void case74ClampedArraysAreBytesThatMainClamps(Route route) throws IOException {
    over(
        route,
        arrays ->
            assertThat(unsigned(arrays.uint8Clamped(-5, 12, 300))).containsExactly(0, 12, 255));
  }

  @ParameterizedTest
  @EnumSource
  void case75Int16ArraysAreShorts(Route route) throws IOException {
    over(
        route,
        arrays -> {
          short[] shorts = arrays.int16(0x1234, -1, Short.MIN_VALUE);
          assertThat(shorts).containsExactly((short) 0x1234, (short) -1, Short.MIN_VALUE);
          assertThat(arrays.echo(shorts)).isEqualTo(shorts);
          assertThat(arrays.print(shorts)).isEqualTo("short[]");
        });
  }

  @ParameterizedTest
  @EnumSource
  void case76Uint16ArraysAreChars(Route route) throws IOException {
    over(
        route,
        arrays -> {
          char[] chars = arrays.uint16(0, 0xd83d, 0xffff);
          assertThat(chars).containsExactly('\0', '\ud83d', '\uffff');
          assertThat(arrays.echo(chars)).isEqualTo(chars);
          assertThat(arrays.print(chars)).isEqualTo("char[]");
        });
  }

  @ParameterizedTest
  @EnumSource
  void case77Int32ArraysAreInts(Route route) throws IOException {
    over(
        route,
        arrays -> {
          int[] ints = arrays.int32(0x12345678, -1, Integer.MIN_VALUE);
          assertThat(ints).containsExactly(0x12345678, -1, Integer.MIN_VALUE);
          assertThat(arrays.echo(ints)).isEqualTo(ints);
          assertThat(arrays.print(ints)).isEqualTo("int[]");
        });
  }

  @ParameterizedTest
  @EnumSource
  void case78Uint32ArraysAreIntsThatBothSidesReadUnsigned(Route route) throws IOException {
    over(
        route,
        arrays -> {
          int[] ints = arrays.int32(7, 0xffff_ffffL);
          assertThat(Arrays.stream(ints).mapToLong(Integer::toUnsignedLong))
              .containsExactly(7L, 0xffff_ffffL);
          assertThat(arrays.unsignedSum(ints)).isEqualTo(0x1_0000_0006L);
        });
  }

  @ParameterizedTest
  @EnumSource
  void case79Float32ArraysAreFloats(Route route) throws IOException {
    over(
        route,
        arrays -> {
          float[] floats = arrays.float32(0.1, -0.0, Double.NaN);
          assertThat(floats).isEqualTo(new float[] {0.1f, -0.0f, Float.NaN});
          assertThat(arrays.echo(floats)).isEqualTo(floats);
          assertThat(arrays.print(floats)).isEqualTo("float[]");
        });
  }

  @ParameterizedTest
  @EnumSource
  void case80Float64ArraysAreDoubles(Route route) throws IOException {
    over(
        route,
        arrays -> {
          double[] doubles = arrays.float64(0.1, -0.0, Double.NEGATIVE_INFINITY);
          assertThat(doubles).isEqualTo(new double[] {0.1, -0.0, Double.NEGATIVE_INFINITY});
          assertThat(arrays.echo(doubles)).isEqualTo(doubles);
          assertThat(arrays.print(doubles)).isEqualTo("double[]");
        });
  }

  @ParameterizedTest
  @EnumSource
  void case81ConstructingFromABufferDoesNotCrash(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      byte[] content = {3, 1, 4, 1, 5};
      Fixtures_TapeStub tape = Fixtures_TapeStub.construct(reached.remote, content);
      assertThat(tape.length()).isEqualTo(content.length);
      assertThat(tape.content()).isEqualTo(content);
    }
  }
}
