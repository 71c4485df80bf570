package dev.remora.stub;

/**
 * Which object of which context a stub stands for; generated constructors pass it on and look at
 * nothing in it.
 *
 * @param kind what it is: its {@link StubType} or {@link FunctionType}
 * @param id the object's id in its context
 * @param origin where a function was given to the other side, or empty
 * @param calls starts calls on the object, and tells contexts apart
 */
public record RemoteReference(Object kind, long id, RemoteCalls calls, String origin) {

  /** The object as error messages name it. */
  @Override
  public String toString() {
    String name = kind instanceof StubType<?> type ? type.module() : kind.toString();
    return name + "#" + id + (origin.isEmpty() ? "" : " (given at " + origin + ")");
  }
}
