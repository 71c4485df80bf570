package recorded;

import java.io.IOException;

@FunctionalInterface
public interface Bell {
  String ring(int times) throws IOException;
}
