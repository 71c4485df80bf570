package dev.remora.processor.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.remora.stub.Codec;
import dev.remora.stub.Codecs;
import dev.remora.stub.StreamCodecs;
import java.lang.reflect.ParameterizedType;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The processor's tables say the same as the runtime, on which it does not depend. */
class KnownTypesTest {

  @Test
  void eachScalarHasItsConstant() throws ReflectiveOperationException {
    for (String type : KnownTypes.SCALARS.keySet()) {
      var constant = Codecs.class.getField(KnownTypes.SCALARS.get(type));
      var codec = (ParameterizedType) constant.getGenericType();
      assertThat(codec.getActualTypeArguments()[0].getTypeName()).isEqualTo(type);
    }
  }

  @Test
  void eachStreamHasItsConstantOrMethod() throws ReflectiveOperationException {
    for (var stream : KnownTypes.STREAMS.entrySet()) {
      String name = stream.getValue().name();
      boolean hasElements = Class.forName(stream.getKey()).getTypeParameters().length > 0;
      var codec =
          hasElements
              ? StreamCodecs.class
                  .getMethod(name.toLowerCase(Locale.ROOT), Codec.class)
                  .getGenericReturnType()
              : StreamCodecs.class.getField(name).getGenericType();
      assertThat(((ParameterizedType) codec).getActualTypeArguments()[0].getTypeName())
          .startsWith(stream.getKey());
    }
  }

  @Test
  void eachTextIsInTheRuntimesTable() {
    for (String type : KnownTypes.TEXTS) {
      assertThatNoException().isThrownBy(() -> Codecs.text(Class.forName(type)));
    }
  }
}
