package dev.remora.it.electron;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remora.it.electron.Icons.Entry;
import dev.remora.it.electron.Icons.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 2 and 39 to 41: images, which cross as the bytes of a file. */
final class ElectronImageIT {

  @ParameterizedTest
  @EnumSource
  void case2EveryPixelOfAnImageSurvives(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      BufferedImage image = Icons.read(IconsStub.require(reached.remote).image(5, 3));
      assertThat(image.getWidth()).isEqualTo(5);
      assertThat(image.getHeight()).isEqualTo(3);
      for (int x = 0; x < 5; x++) {
        for (int y = 0; y < 3; y++) {
          assertThat(image.getRGB(x, y)).isEqualTo(Icons.pixel(x, y));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void case39AnImageOfTheRendererHasItsSizeInMain(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      IconsStub icons = IconsStub.require(reached.remote);
      assertThat(icons.sizeOf(Icons.png(2, 2))).isEqualTo(new Size(2, 2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void case40AnImageOfMainHasItsSizeInTheRenderer(Route route) throws IOException {
    try (Reached reached = route.reach()) {
      BufferedImage image = Icons.read(IconsStub.require(reached.remote).image(2, 2));
      assertThat(image.getWidth()).isEqualTo(2);
      assertThat(image.getHeight()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void case41AMenuWithIconsIsBuiltInTheRenderer(Route route) throws IOException {
    Entry inner = new Entry("inner", List.of(ByteBuffer.wrap(Icons.png(4, 1))), List.of());
    Entry outer =
        new Entry("outer", List.of(ByteBuffer.wrap(Icons.png(2, 2))), List.of(inner, inner));
    Entry plain = new Entry("plain", List.of(), List.of());
    try (Reached reached = route.reach()) {
      assertThat(IconsStub.require(reached.remote).sizesIn(List.of(plain, outer)))
          .containsExactly(new Size(2, 2), new Size(4, 1), new Size(4, 1));
    }
  }
}
