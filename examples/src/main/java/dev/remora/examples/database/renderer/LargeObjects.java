package dev.remora.examples.database.renderer;

import dev.remora.examples.renderer.Transcript;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;

/** Stores a blob and a clob, and reads them piece by piece: both stay in the main process. */
final class LargeObjects {
  private static final int BYTES = 1_000_000;
  private static final int PIECE = 100_000;
  private static final String LINE = "Größe, 10 €, 𝄞\n";
  private static final int LINES = 10_000;

  private final Connection connection;
  private final Transcript transcript;

  LargeObjects(Connection connection, Transcript transcript) {
    this.connection = connection;
    this.transcript = transcript;
  }

  void cross() throws SQLException {
    byte[] photo = new byte[BYTES];
    new Random(1).nextBytes(photo);
    String manual = LINE.repeat(LINES);
    store(photo, manual);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select photo, manual from attachment")) {
      rows.next();
      readBlob(rows.getBlob("photo"), photo);
      readClob(rows.getClob("manual"), manual);
    }
  }

  private void store(byte[] photo, String manual) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table attachment (photo blob, manual clob)");
    }
    Blob blob = connection.createBlob();
    blob.setBytes(1, photo);
    Clob clob = connection.createClob();
    clob.setString(1, manual);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into attachment values (?, ?)")) {
      insert.setBlob(1, blob);
      insert.setClob(2, clob);
      insert.executeUpdate();
    }
    blob.free();
    clob.free();
    transcript.step("insert.setBlob(1, blob), insert.setClob(2, clob)", "stored");
  }

  private void readBlob(Blob blob, byte[] expected) throws SQLException {
    byte[] all = new byte[(int) blob.length()];
    int pieces = 0;
    for (int at = 0; at < all.length; at += PIECE, pieces++) {
      byte[] piece = blob.getBytes(at + 1L, PIECE);
      System.arraycopy(piece, 0, all, at, piece.length);
    }
    transcript.step(
        "blob.getBytes(position, %d)".formatted(PIECE),
        "%d bytes in %d pieces".formatted(all.length, pieces),
        Arrays.equals(all, expected));
    blob.free();
  }

  private void readClob(Clob clob, String expected) throws SQLException {
    StringBuilder all = new StringBuilder();
    int pieces = 0;
    for (long at = 1; at <= clob.length(); at += PIECE, pieces++) {
      all.append(clob.getSubString(at, PIECE));
    }
    transcript.step(
        "clob.getSubString(position, %d)".formatted(PIECE),
        "%d characters in %d pieces".formatted(all.length(), pieces),
        all.toString().equals(expected));
    clob.free();
  }
}
