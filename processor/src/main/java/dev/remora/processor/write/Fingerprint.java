package dev.remora.processor.write;

import dev.remora.processor.model.ModuleModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** A short text that differs where two modules, or the shapes of what they carry, differ. */
final class Fingerprint {
  private static final int HEX_DIGITS = 16;

  private Fingerprint() {}

  static String of(ModuleModel module) {
    String signatures = module.signatures().stream().sorted().collect(Collectors.joining("\n"));
    byte[] hash = sha256().digest(signatures.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
