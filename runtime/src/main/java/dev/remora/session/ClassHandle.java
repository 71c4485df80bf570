package dev.remora.session;

import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.StubType;
import java.util.List;

/**
 * What stands for a module of which only the class is exported: it has constructors and statics,
 * and no object.
 */
final class ClassHandle extends RemoteStub {

  private ClassHandle(RemoteReference reference) {
    super(reference);
  }

  static StubType<ClassHandle> of(String module) {
    return new StubType<>(ClassHandle.class, module, "", ClassHandle::new, List::of);
  }
}
