package dev.remora.processor.write;

import com.palantir.javapoet.ClassName;

/**
 * The runtime's classes that generated code touches; as names, because the processor does not
 * depend on the runtime.
 */
final class RuntimeNames {
  static final ClassName CODEC = stub("Codec");
  static final ClassName CODECS = stub("Codecs");
  static final ClassName STREAM_CODECS = stub("StreamCodecs");
  static final ClassName DISPATCHER = stub("Dispatcher");
  static final ClassName DISPATCHER_FAMILY = stub("DispatcherFamily");
  static final ClassName EXPORTED = stub("Exported");
  static final ClassName FUNCTION_TYPE = stub("FunctionType");
  static final ClassName GENERATED = stub("GeneratedByRemora");
  static final ClassName HELD_FUNCTION = stub("HeldFunction");
  static final ClassName MEMBER = stub("Member");
  static final ClassName META_CURSOR = stub("MetaCursor");
  static final ClassName META_READER = stub("MetaReader");
  static final ClassName META_WRITER = stub("MetaWriter");
  static final ClassName RECORD_CODEC = stub("RecordCodec");
  static final ClassName RECORD_COMPONENTS = stub("RecordComponents");
  static final ClassName REMOTE_CALL = stub("RemoteCall");
  static final ClassName REMOTE_FUNCTION = stub("RemoteFunction");
  static final ClassName REMOTE_REFERENCE = stub("RemoteReference");
  static final ClassName REMOTE_STUB = stub("RemoteStub");
  static final ClassName REPLY = stub("Reply");
  static final ClassName STUB_FAMILY = stub("StubFamily");
  static final ClassName STUB_TYPE = stub("StubType");
  static final ClassName REMOTE_CONTEXT = ClassName.get("dev.remora.renderer", "RemoteContext");
  static final ClassName REMOTE_INVOCATION_EXCEPTION =
      ClassName.get("dev.remora", "RemoteInvocationException");

  private RuntimeNames() {}

  private static ClassName stub(String simpleName) {
    return ClassName.get("dev.remora.stub", simpleName);
  }
}
