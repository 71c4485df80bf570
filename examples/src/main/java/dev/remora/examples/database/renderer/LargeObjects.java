package dev.remora.examples.database.renderer;

import dev.remora.examples.renderer.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;

/**
 * Stores a blob and a clob, and reads them, through streams: both stay in the main process, and
 * cross in chunks that whoever reads asks for.
 */
final class LargeObjects {
  private static final int BYTES = 1_000_000;
  private static final String LINE = "Größe, 10 €, 𝄞\n";
  private static final int LINES = 10_000;

  private final Connection connection;
  private final Transcript transcript;

  LargeObjects(Connection connection, Transcript transcript) {
    this.connection = connection;
    this.transcript = transcript;
  }

  void cross() throws SQLException, IOException {
    byte[] photo = new byte[BYTES];
    new Random(1).nextBytes(photo);
    String manual = LINE.repeat(LINES);
    store(photo, manual);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select photo, manual from attachment")) {
      rows.next();
      readBlob(rows.getBlob("photo"), photo);
      readClob(rows.getClob("manual"), manual);
      readPart(rows, photo);
    }
  }

  /** The blob by a stream of main's that this process writes, the clob by one of its own. */
  private void store(byte[] photo, String manual) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table attachment (photo blob, manual clob)");
    }
    Blob blob = connection.createBlob();
    try (OutputStream out = blob.setBinaryStream(1)) {
      out.write(photo);
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into attachment values (?, ?)")) {
      insert.setBlob(1, blob);
      insert.setCharacterStream(2, new StringReader(manual));
      insert.executeUpdate();
    }
    blob.free();
    transcript.step("blob.setBinaryStream(1), insert.setCharacterStream(2, reader)", "stored");
  }

  private void readBlob(Blob blob, byte[] expected) throws SQLException, IOException {
    try (InputStream in = blob.getBinaryStream()) {
      byte[] all = in.readAllBytes();
      transcript.step(
          "blob.getBinaryStream()", all.length + " bytes", Arrays.equals(all, expected));
    }
    blob.free();
  }

  private void readClob(Clob clob, String expected) throws SQLException, IOException {
    StringWriter all = new StringWriter();
    try (Reader in = clob.getCharacterStream()) {
      in.transferTo(all);
    }
    String text = all.toString();
    transcript.step(
        "clob.getCharacterStream()", text.length() + " characters", text.equals(expected));
    clob.free();
  }

  /** What is not read does not cross. */
  private void readPart(ResultSet rows, byte[] expected) throws SQLException, IOException {
    try (InputStream in = rows.getBinaryStream("photo")) {
      byte[] head = in.readNBytes(16);
      transcript.step(
          "rows.getBinaryStream(\"photo\"), of which 16 bytes are read",
          head.length + " bytes",
          Arrays.equals(head, Arrays.copyOf(expected, head.length)));
    }
  }
}
