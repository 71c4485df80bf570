package dev.remora.session;

import dev.remora.stub.RemoteReference;
import dev.remora.stub.RemoteStub;
import dev.remora.stub.Subject;

/**
 * What is called, for errors; as long as somebody has it, its stub is in use.
 *
 * @param target the stub or proxy
 * @param member the member, or empty where the target itself is a function
 */
record CallName(RemoteStub target, String member) implements Subject {
  @Override
  public String describe() {
    RemoteReference reference = RemoteStub.referenceOf(target);
    return member.isEmpty() ? "function " + reference : reference + "." + member;
  }
}
