package dev.remora.benchmarks;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The record that is echoed: ten fields and twenty strings, as a row of a table might be. */
public record Sample(
    int number,
    long time,
    double price,
    boolean active,
    String name,
    String street,
    String city,
    String country,
    String comment,
    List<String> tags)
    implements Serializable {

  /** Copies the tags. */
  public Sample {
    tags = List.copyOf(tags);
  }

  /** The one that all systems send. */
  public static Sample example() {
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      tags.add("tag number " + i);
    }
    return new Sample(
        4711,
        1_790_000_000_000L,
        19.99,
        true,
        "Ada Lovelace",
        "12 St James's Square",
        "London",
        "United Kingdom",
        "Likes engines, and notes in the margin.",
        tags);
  }

  /** How many bytes {@link #writeTo} writes of the example. */
  public static int exampleBytes() {
    Sample sample = example();
    int texts = 2 * 20;
    for (String text : sample.texts()) {
      texts += text.length();
    }
    return 4 + 8 + 8 + 1 + 4 + texts;
  }

  private List<String> texts() {
    List<String> all = new ArrayList<>(List.of(name, street, city, country, comment));
    all.addAll(tags);
    return all;
  }

  /** Writes the fields one after the other, for systems that have no encoding of their own. */
  void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(number);
    out.writeLong(time);
    out.writeDouble(price);
    out.writeBoolean(active);
    out.writeUTF(name);
    out.writeUTF(street);
    out.writeUTF(city);
    out.writeUTF(country);
    out.writeUTF(comment);
    out.writeInt(tags.size());
    for (String tag : tags) {
      out.writeUTF(tag);
    }
  }

  static Sample readFrom(DataInputStream in) throws IOException {
    int number = in.readInt();
    long time = in.readLong();
    double price = in.readDouble();
    boolean active = in.readBoolean();
    String name = in.readUTF();
    String street = in.readUTF();
    String city = in.readUTF();
    String country = in.readUTF();
    String comment = in.readUTF();
    List<String> tags = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      tags.add(in.readUTF());
    }
    return new Sample(number, time, price, active, name, street, city, country, comment, tags);
  }
}
