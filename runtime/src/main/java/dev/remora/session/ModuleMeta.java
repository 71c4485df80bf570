package dev.remora.session;

import dev.remora.stub.Member;
import tools.jackson.core.JsonGenerator;

/**
 * The answer to {@code REQUIRE}, in the shapes of the original ({@code docs/protocol.md#metas}).
 */
final class ModuleMeta {

  private ModuleMeta() {}

  /**
   * An {@code object} meta, or a {@code function} for a class; members only for a peer that has no
   * stub to know them from.
   */
  static void write(
      JsonGenerator json, ModuleHost.Required required, long id, boolean listMembers) {
    json.writeStartObject();
    json.writeStringProperty("type", required.object() == null ? "function" : "object");
    json.writeStringProperty("name", required.dispatcher().module());
    json.writeNumberProperty("id", id);
    json.writeArrayPropertyStart("members");
    if (listMembers) {
      for (Member member : required.dispatcher().members()) {
        if (required.classExported() || !member.kind().isOfClass()) {
          writeMember(json, member);
        }
      }
    }
    json.writeEndArray();
    json.writeNullProperty("proto");
    json.writeEndObject();
  }

  private static void writeMember(JsonGenerator json, Member member) {
    boolean isProperty =
        switch (member.kind()) {
          case PROPERTY, READ_ONLY_PROPERTY, STATIC_PROPERTY, STATIC_READ_ONLY_PROPERTY -> true;
          case METHOD, CONSTRUCTOR, STATIC_METHOD -> false;
        };
    boolean isWritable =
        member.kind() == Member.Kind.PROPERTY || member.kind() == Member.Kind.STATIC_PROPERTY;
    json.writeStartObject();
    json.writeStringProperty("name", member.name());
    json.writeBooleanProperty("enumerable", true);
    json.writeBooleanProperty("writable", isWritable);
    json.writeStringProperty("type", isProperty ? "get" : "method");
    json.writeEndObject();
  }
}
