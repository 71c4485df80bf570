package dev.remora.stub;

import dev.remora.EncodingException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Properties: a {@code map} meta of strings, in the order of their names. */
final class PropertiesCodec extends Codec<Properties> {
  PropertiesCodec() {
    super(Properties.class);
  }

  @Override
  public void write(MetaWriter writer, Properties value) {
    value.forEach(
        (key, entry) -> {
          if (!(key instanceof String) || !(entry instanceof String)) {
            throw new EncodingException(
                "of properties only strings cross, and '%s' has a %s"
                    .formatted(key, entry.getClass().getName()));
          }
        });
    Map<String, String> sorted = new TreeMap<>();
    value.stringPropertyNames().forEach(name -> sorted.put(name, value.getProperty(name)));
    strings().write(writer, sorted);
  }

  /** Not kept: every process has this codec, and few send properties. */
  private static Codec<Map<String, String>> strings() {
    return Codecs.map(Codecs.STRING, Codecs.STRING);
  }

  @Override
  public Properties read(MetaCursor cursor) {
    Properties properties = new Properties();
    properties.putAll(strings().read(cursor));
    return properties;
  }
}
