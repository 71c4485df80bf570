package dev.remora.it.electron;

import dev.remora.annotation.RemoteModule;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Images, as the bytes of a PNG file. */
@RemoteModule
public final class Icons {

  Icons() {}

  /** An entry of a menu that may have a menu. */
  public record Entry(String label, List<ByteBuffer> icons, List<Entry> submenu) {}

  /** Width and height. */
  public record Size(int width, int height) {}

  /** What size an image has. */
  public Size sizeOf(byte[] png) throws IOException {
    return size(png);
  }

  /** An image whose pixels are their positions. */
  public byte[] image(int width, int height) throws IOException {
    return png(width, height);
  }

  /** The sizes of all icons of a menu. */
  public List<Size> sizesIn(List<Entry> menu) throws IOException {
    List<Size> sizes = new ArrayList<>();
    for (Entry entry : menu) {
      for (ByteBuffer icon : entry.icons()) {
        byte[] png = new byte[icon.remaining()];
        icon.get(png);
        sizes.add(size(png));
      }
      sizes.addAll(sizesIn(entry.submenu()));
    }
    return sizes;
  }

  static byte[] png(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, pixel(x, y));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  static int pixel(int x, int y) {
    return 0xff000000 | x << 16 | y;
  }

  static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static Size size(byte[] png) throws IOException {
    BufferedImage image = read(png);
    return new Size(image.getWidth(), image.getHeight());
  }
}
